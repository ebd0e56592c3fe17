import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { MoveId, type ObservationId, type RoomId, type Time } from '#lib/dialogue/id.ts';
import type { EventStore } from '#lib/event-store.ts';
import { errorCode, type Log } from '#lib/log.ts';
import type { MoveReply } from '#lib/protocol.ts';
import type { Database } from '#prisma/client.ts';
import {
  bindSession,
  type EndedBy,
  endObservation,
  endWithSession,
  type OpenObservation,
  openObservation,
} from '#prisma/observation-rows.ts';
import { currentSession } from '#prisma/sessions.ts';
import type { HeldSession, SessionHosts } from './session-hosts.ts';
import type { SettleDeps } from './settle.ts';
import { watching } from './watching.ts';

interface LevelDeps {
  db: Database;
  store: EventStore;
  now: () => Time;
}

export interface ObservingDeps extends LevelDeps, Pick<SettleDeps, 'unfinished'> {
  sessions: SessionHosts;
  log: Log;
}

/**
 * Keeps what the database says of an observation level with the log of the session it is for. A partner who
 * lets her go does so in the log, and the row follows; whatever else ends it does so in the row, and the
 * log follows.
 */
export class Observing {
  readonly #deps: ObservingDeps;

  constructor(deps: ObservingDeps) {
    this.#deps = deps;
  }

  /**
   * Brings a room level: whoever was let in enters the session that runs, whoever is gone leaves it, and
   * with a session its observation ends. Safe to do at any time, by several nodes at once. What fails is
   * done when the session is next looked at.
   */
  async reconcile(roomId: RoomId): Promise<void> {
    const { db, sessions, now, log } = this.#deps;
    try {
      const session = await currentSession(db, roomId);
      if (session && session.endedAt === null) {
        await sessions.borrow(session.sessionId, (held) => this.level(held));
        return;
      }
      const open = await openObservation(db, roomId);
      if (open?.sessionId) await endWithSession(db, open.sessionId, now());
    } catch (error) {
      log.warn('an observation could not be brought level yet', {
        roomId,
        error: errorCode(error),
      });
    }
  }

  /** The same for one session that was folded from its log. */
  async level(held: HeldSession): Promise<void> {
    const { unfinished, log } = this.#deps;
    const { sessionId } = held;
    try {
      if (!(await bringLevel(this.#deps, held))) unfinished.add(sessionId);
    } catch (error) {
      unfinished.add(sessionId);
      log.warn('an observation could not be brought level yet', {
        sessionId,
        error: errorCode(error),
      });
    }
  }
}

/** @returns whether the log took what it had to. */
async function bringLevel(deps: LevelDeps, held: HeldSession): Promise<boolean> {
  const { db, now } = deps;
  const { sessionId, roomId, host } = held;
  if (host.state.status === 'new') return true;
  if (host.state.status === 'ended') {
    await endWithSession(db, sessionId, now());
    return true;
  }
  // In this order: whoever the log names had a row before that, so one that is not there now is over.
  const inside = watching(host.state);
  const open = await openObservation(db, roomId);
  if (inside && inside.observation !== open?.id) {
    const left = await write(held, inside.observation, { type: 'leave' });
    if (!isDone(left)) return false;
  }
  if (open?.stage !== 'admitted') return true;
  if (open.sessionId && open.sessionId !== sessionId) {
    await endWithSession(db, open.sessionId, now());
    return true;
  }
  if (inside?.observation === open.id && open.sessionId) return true;
  return enter(deps, held, open);
}

/** Ties the row to the session first: if all stops in between, the log is what is brought level. */
async function enter(
  { db, store, now }: LevelDeps,
  held: HeldSession,
  { id, name, lens, privateCues }: OpenObservation,
): Promise<boolean> {
  const { sessionId } = held;
  if (!lens || !(await bindSession(db, { id, sessionId }))) return true;
  const act = { type: 'enter', observation: id, name, lens, privateCues } as const;
  const entered = await write(held, id, act);
  if (!isDone(entered)) return false;
  if (watching(held.host.state)?.observation === id) return true;
  // The log says that she came and that she is gone: nobody comes back by the same observation.
  const by = await letGoBy(store, held, id);
  if (by) await endObservation(db, { id, by, now: now() });
  return true;
}

/** Who let her go, according to the log; null when nobody did, as when the session is over. */
async function letGoBy(
  store: EventStore,
  { sessionId }: HeldSession,
  id: ObservationId,
): Promise<EndedBy | null> {
  const events = await store.read(sessionId, 0);
  const last = events.findLast(
    ({ fact }) =>
      (fact.type === 'revoked' || fact.type === 'observer-left') && fact.observation === id,
  );
  return last ? (last.author === 'room' ? 'room' : last.author) : null;
}

type OwnAct = Extract<
  Parameters<HeldSession['host']['observe']>[0]['act'],
  { type: 'enter' | 'leave' }
>;

function write({ host }: HeldSession, id: ObservationId, act: OwnAct): Promise<MoveReply> {
  return host.observe({ moveId: moveIdOf(act.type, id), act, cue: null }, null);
}

/** The same on every node and after every restart, so that it is written once, whoever comes first. */
function moveIdOf(what: OwnAct['type'], id: ObservationId): MoveId {
  const digest = createHash('sha256').update(`weerklank observer ${what} ${id}`).digest();
  return v.parse(MoveId, digest.subarray(0, 16).toString('base64url'));
}

/** What the rules refuse (somebody is in already, or it is over) is not to be tried again as it is. */
function isDone(reply: MoveReply): boolean {
  return reply.ok || (reply.reason !== 'storage' && reply.reason !== 'retry');
}
