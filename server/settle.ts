import { isSeat } from '#lib/dialogue/event.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { DialogueState, Ended } from '#lib/dialogue/state.ts';
import type { EventStore } from '#lib/event-store.ts';
import { errorCode, type Log } from '#lib/log.ts';
import type { Database } from '#prisma/client.ts';
import { endObservation, endWithSession } from '#prisma/observation-rows.ts';
import { markEnded, markWords, type SessionEntry } from '#prisma/sessions.ts';
import type { Commit } from './commit.ts';

export interface SettleDeps {
  db: Database;
  store: EventStore;
  log: Log;
  /** The sessions for which something failed; `settleRest` tries again. */
  unfinished: Set<SessionId>;
}

/**
 * Carries out what an event means outside the log: the end of a session or of an observation, words that
 * go. Safe to do twice. What fails here (a full disk, a lock) is done by `settleRest`.
 * @returns whether the room's sessions look different now.
 */
export async function settle(
  deps: SettleDeps,
  sessionId: SessionId,
  { event, before, after }: Commit,
): Promise<boolean> {
  const { fact, author, at } = event;
  const ended = after.status === 'ended' ? after : null;
  if (!ended && fact.type !== 'erased' && fact.type !== 'revoked') return false;
  const { db, store } = deps;
  await trying(deps, sessionId, async () => {
    if (fact.type === 'erased') await store.eraseWords(sessionId, fact.seqs);
    if (fact.type === 'revoked' && isSeat(author)) {
      await endObservation(db, { id: fact.observation, by: author, now: at });
    }
    if (ended) await carryOut(deps, sessionId, ended);
  });
  if (!ended) return fact.type === 'revoked';
  return before.status !== 'ended' || before.words !== ended.words;
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
  // Before the session has ended in the database: that is what tells that something is left to do.
  await endWithSession(db, sessionId, state.endedAt);
  await markEnded(db, sessionId, state.endedAt);
  if (state.words !== 'asked') await markWords(db, sessionId, state.words);
  if (state.words === 'gone') await store.eraseWords(sessionId, 'all');
}

async function trying(
  { log, unfinished }: SettleDeps,
  sessionId: SessionId,
  work: () => Promise<void>,
) {
  unfinished.delete(sessionId);
  try {
    await work();
  } catch (error) {
    unfinished.add(sessionId);
    log.warn('what an event means could not be carried out yet', {
      sessionId,
      error: errorCode(error),
    });
  }
}
