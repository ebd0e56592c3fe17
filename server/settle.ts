import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { SessionId, Time } from '#lib/dialogue/id.ts';
import { keepTerm } from '#lib/dialogue/lapse.ts';
import type { DialogueState, Ended } from '#lib/dialogue/state.ts';
import type { EventStore } from '#lib/event-store.ts';
import type { Database } from '#prisma/client.ts';
import { forgetSpentKeys } from '#prisma/invitations.ts';
import { markEnded, markWords, type SessionEntry } from '#prisma/sessions.ts';
import { type Unsettled, unsettledSessions } from '#prisma/unsettled-sessions.ts';
import { emptyWriteAheadLog } from '#prisma/write-ahead-log.ts';
import { errorCode, type Log } from './log.ts';
import type { Commit } from './session-host.ts';
import type { SessionHosts } from './session-hosts.ts';

export interface SettleDeps {
  db: Database;
  store: EventStore;
  log: Log;
}

/**
 * Carries out what an event means outside the log: the end of a session, words that go. Safe to do
 * twice. What fails here (a full disk, a lock) is done by `settleRest`.
 * @returns whether the room's sessions look different now.
 */
export async function settle(
  deps: SettleDeps,
  sessionId: SessionId,
  { event, before, after }: Commit,
): Promise<boolean> {
  if (after.status !== 'ended' && event.fact.type !== 'erased') return false;
  const { store } = deps;
  await trying(deps, sessionId, async () => {
    if (event.fact.type === 'erased') await store.eraseWords(sessionId, event.fact.seqs);
    if (after.status === 'ended') await carryOut(deps, sessionId, after);
  });
  return after.status === 'ended' && (before.status !== 'ended' || before.words !== after.words);
}

/**
 * Carries out what the log of a session says that its entry does not: a crash came in between.
 * @returns whether there was anything of that kind.
 */
export async function settleEntry(
  deps: SettleDeps,
  { sessionId, endedAt, words }: SessionEntry,
  state: DialogueState,
): Promise<boolean> {
  if (state.status !== 'ended' || (endedAt !== null && words === state.words)) return false;
  await trying(deps, sessionId, () => carryOut(deps, sessionId, state));
  return true;
}

async function carryOut({ db, store }: SettleDeps, sessionId: SessionId, state: Ended) {
  await markEnded(db, sessionId, state.endedAt);
  if (state.words !== 'asked') await markWords(db, sessionId, state.words);
  if (state.words === 'gone') await store.eraseWords(sessionId, 'all');
}

async function trying({ log }: SettleDeps, sessionId: SessionId, work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    log.warn('what an event means could not be carried out yet', {
      sessionId,
      error: errorCode(error),
    });
  }
}

/** Finishes what a crash or a full disk left undone, and lets go of words whose term has run out. */
export async function settleRest(
  deps: SettleDeps,
  sessions: SessionHosts,
  now: Time,
): Promise<void> {
  const { db, log } = deps;
  try {
    for (const unsettled of await unsettledSessions(db, now - keepTerm)) {
      await settleOne(deps, sessions, unsettled);
    }
    await forgetSpentKeys(db, now);
    // Words whose rows are gone may still lie in the log that a checkpoint could not empty.
    await emptyWriteAheadLog(db);
  } catch (error) {
    log.warn('some sessions could not be settled yet', { error: errorCode(error) });
  }
}

async function settleOne(
  deps: SettleDeps,
  sessions: SessionHosts,
  unsettled: Unsettled,
): Promise<void> {
  const { store } = deps;
  const { sessionId } = unsettled;
  switch (unsettled.kind) {
    case 'unanswered': {
      const held = await sessions.find(sessionId);
      if (!held) return;
      await held.host.lapse();
      const { state } = held.host;
      if (state.status === 'ended') await carryOut(deps, sessionId, state);
      return;
    }
    case 'words-left':
      await store.eraseWords(sessionId, 'all');
      return;
    case 'erasure-left':
      await store.eraseWords(sessionId, unsettled.seqs);
      return;
    default:
      assertNever(unsettled);
  }
}
