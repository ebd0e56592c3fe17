import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { MoveId, type ObservationId, type RoomId, type Time } from '#lib/dialogue/id.ts';
import type { EventStore } from '#lib/event-store.ts';
import { errorCode, type Log } from '#lib/log.ts';
import type { Database } from '#prisma/client.ts';
import {
  admissionOf,
  bindSession,
  type EndedBy,
  endObservation,
  endWithSession,
  type OpenObservation,
  openObservation,
} from '#prisma/observation-rows.ts';
import { currentSession } from '#prisma/sessions.ts';
import { StorageTrouble } from '#prisma/storage-failure.ts';
import type { ObserverViewer } from './authenticate.ts';
import type { HeldSession, SessionHosts } from './session-hosts.ts';
import { watching } from './watching.ts';

interface LevelDeps {
  db: Database;
  store: EventStore;
  now: () => Time;
}

export interface ObservingDeps extends LevelDeps {
  sessions: SessionHosts;
  log: Log;
}

/**
 * Keeps what the database says of an observation level with the log of the session it is for. A partner who
 * lets her go does so in the log, and the row follows; whatever else ends it does so in the row, and the
 * log follows. Everything here is safe to do at any time, and by several nodes at once.
 */
export class Observing {
  readonly #deps: ObservingDeps;
  /** The rooms in which something failed. */
  readonly #unfinished = new Set<RoomId>();

  constructor(deps: ObservingDeps) {
    this.#deps = deps;
  }

  /**
   * Brings a room level: whoever was let in enters the session that runs, whoever is gone leaves it, and
   * with a session its observation ends.
   */
  reconcile(roomId: RoomId): Promise<void> {
    const { db, sessions, now } = this.#deps;
    return this.#trying(roomId, async () => {
      const session = await currentSession(db, roomId);
      if (session && session.endedAt === null) {
        await sessions.borrow(session.sessionId, (held) => bringLevel(this.#deps, held));
        return;
      }
      const open = await openObservation(db, roomId);
      if (open?.sessionId) await endWithSession(db, open.sessionId, now());
    });
  }

  /** The same for a session that was just folded from its log. */
  level(held: HeldSession): Promise<void> {
    return this.#trying(held.roomId, () => bringLevel(this.#deps, held));
  }

  /** Tries again what a full disk or a lock left undone. */
  async levelRest(): Promise<void> {
    for (const roomId of [...this.#unfinished]) await this.reconcile(roomId);
  }

  /**
   * Whether this observer is still let in, also by a log that the database does not follow yet. Not as long
   * as the two could not be brought level.
   */
  async isIn({ roomId, userId, observationId }: ObserverViewer): Promise<boolean> {
    await this.reconcile(roomId);
    if (this.#unfinished.has(roomId)) return false;
    return (await admissionOf(this.#deps.db, roomId, userId)) === observationId;
  }

  async #trying(roomId: RoomId, work: () => Promise<void>): Promise<void> {
    this.#unfinished.delete(roomId);
    try {
      await work();
    } catch (error) {
      this.#unfinished.add(roomId);
      const fields = { roomId, error: errorCode(error) };
      this.#deps.log.warn('an observation could not be brought level yet', fields);
    }
  }
}

/** Throws `StorageTrouble` when a log did not take what it had to. */
async function bringLevel(deps: LevelDeps, held: HeldSession): Promise<void> {
  const { db, now } = deps;
  const { sessionId, roomId, host } = held;
  if (host.state.status === 'new') return;
  if (host.state.status === 'ended') {
    return endWithSession(db, sessionId, now());
  }
  // In this order: whoever the log names had a row before that, so one that is not there now is over.
  const inside = watching(host.state);
  const open = await openObservation(db, roomId);
  if (inside && inside.observation !== open?.id) {
    await write(held, inside.observation, { type: 'leave' });
  }
  if (open?.stage !== 'admitted') return;
  if (open.sessionId && open.sessionId !== sessionId) {
    return endWithSession(db, open.sessionId, now());
  }
  if (inside?.observation === open.id && open.sessionId) return;
  await enter(deps, held, open);
}

/** Ties the row to the session first: if all stops in between, the log is what is brought level. */
async function enter(
  { db, store, now }: LevelDeps,
  held: HeldSession,
  { id, name, lens, privateCues }: OpenObservation,
): Promise<void> {
  const { sessionId } = held;
  if (!lens || !(await bindSession(db, { id, sessionId }))) return;
  await write(held, id, { type: 'enter', observation: id, name, lens, privateCues });
  if (watching(held.host.state)?.observation === id) return;
  // The log says that she came and that she is gone: nobody comes back by the same observation.
  const by = await letGoBy(store, held, id);
  if (by) await endObservation(db, { id, by, now: now() });
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

/** What the rules refuse (somebody is in already, or it is over) is not to be tried again as it is. */
async function write({ host }: HeldSession, id: ObservationId, act: OwnAct): Promise<void> {
  // By the time it is its turn somebody else may be in: only who is meant leaves.
  const by = act.type === 'leave' ? id : null;
  // Everybody can work out these ids, and whoever gave one to a move of their own must not keep this out of the log.
  for (let taken = 0; ; taken += 1) {
    const moveId = moveIdOf(act.type, id, taken);
    const reply = await host.observe({ moveId, act, cue: null }, by);
    if (reply.ok) return;
    if (reply.reason === 'move-id-reused') continue;
    if (reply.reason === 'storage' || reply.reason === 'retry') {
      throw new StorageTrouble('A log did not take who watches');
    }
    return;
  }
}

/**
 * The same on every node and after every restart, so that it is written once, whoever comes first.
 * @param taken how many such ids are in the log as something else.
 */
function moveIdOf(what: OwnAct['type'], id: ObservationId, taken: number): MoveId {
  const text = `weerklank observer ${what} ${id} ${taken}`;
  const digest = createHash('sha256').update(text).digest();
  return v.parse(MoveId, digest.subarray(0, 16).toString('base64url'));
}
