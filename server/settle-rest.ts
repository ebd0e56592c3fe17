import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId, SessionId, Time } from '#lib/dialogue/id.ts';
import { keepTerm } from '#lib/dialogue/lapse.ts';
import { errorCode } from '#lib/log.ts';
import { forgetSpentAuthSessions } from '#prisma/auth-sessions.ts';
import { forgetOldAgreements } from '#prisma/export-agreements.ts';
import { forgetSpentKeys } from '#prisma/invitations.ts';
import { forgetSpentKeyRequests } from '#prisma/key-requests.ts';
import { forgetOldDevices } from '#prisma/known-devices.ts';
import { endStaleObservations, forgetVainObservations } from '#prisma/observations.ts';
import { expiredSessions, forgetOldReadings, forgetSession } from '#prisma/retention.ts';
import { sessionOf } from '#prisma/sessions.ts';
import { forgetSpentTickets } from '#prisma/tickets.ts';
import {
  interruptedSessions,
  type Unsettled,
  unsettledSessions,
} from '#prisma/unsettled-sessions.ts';
import { emptyWriteAheadLog } from '#prisma/write-ahead-log.ts';
import type { Observing } from './observing.ts';
import type { SessionHosts } from './session-hosts.ts';
import { type SettleDeps, settleEntry } from './settle.ts';

export interface SettleRestDeps extends SettleDeps {
  sessions: SessionHosts;
  observing: Observing;
  now: () => Time;
  tellRoom: (roomId: RoomId, reread: boolean) => Promise<void>;
}

/** Takes note of every session that an earlier run may have left half settled. Called at start. */
export async function noteInterrupted({ db, unfinished }: SettleDeps): Promise<void> {
  for (const sessionId of await interruptedSessions(db)) unfinished.add(sessionId);
}

/** Finishes what a crash or a full disk left undone, and lets go of words whose term has run out. */
export async function settleRest(deps: SettleRestDeps): Promise<void> {
  const { db, log, unfinished, observing, now } = deps;
  try {
    for (const sessionId of [...unfinished]) await settleAgain(deps, sessionId);
    await observing.levelRest();
    for (const unsettled of await unsettledSessions(db, now() - keepTerm)) {
      await settleOne(deps, unsettled);
    }
    await forgetSpentKeys(db, now());
    await forgetSpentKeyRequests(db, now());
    await endStaleObservations(db, now());
    await forgetVainObservations(db, now());
    await forgetSpentTickets(db, now());
    await forgetSpentAuthSessions(db, now());
    await forgetOldDevices(db, now());
    await forgetWhatIsOver(deps);
    // Words whose rows are gone may still lie in the log that a checkpoint could not empty.
    await emptyWriteAheadLog(db);
  } catch (error) {
    log.warn('some sessions could not be settled yet', { error: errorCode(error) });
  }
}

/** Forgets the sessions that were kept for as long as the two wanted, and what was noted about them. */
async function forgetWhatIsOver({ db, sessions, now }: SettleRestDeps): Promise<void> {
  for (const sessionId of await expiredSessions(db, now())) {
    await forgetSession(db, sessionId, now());
    sessions.forget(sessionId);
  }
  await forgetOldReadings(db, now());
  await forgetOldAgreements(db, now());
}

/** Holds a session's entry against its log. */
async function settleAgain(deps: SettleRestDeps, sessionId: SessionId): Promise<void> {
  const { db, sessions, observing, tellRoom, unfinished } = deps;
  const entry = await sessionOf(db, sessionId);
  unfinished.delete(sessionId);
  await sessions.borrow(sessionId, async (held) => {
    const { host, roomId } = held;
    // Whoever was let go in the log alone: of that the entry of the session knows nothing.
    await observing.level(held);
    if (entry && (await settleEntry(deps, entry, host.state))) await tellRoom(roomId, true);
  });
}

async function settleOne(deps: SettleRestDeps, unsettled: Unsettled): Promise<void> {
  const { store, sessions } = deps;
  const { sessionId } = unsettled;
  switch (unsettled.kind) {
    case 'unanswered':
      // What follows from a lapse is carried out as for every other event.
      await sessions.borrow(sessionId, async ({ host }) => void (await host.lapse()));
      return;
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
