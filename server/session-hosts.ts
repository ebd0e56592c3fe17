import type { ExerciseDefinition, ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import { type SessionEntry, sessionOf } from '#prisma/sessions.ts';
import { SessionHost, type SessionHostDeps } from './session-host.ts';

export interface HeldSession {
  sessionId: SessionId;
  roomId: RoomId;
  host: SessionHost;
}

export interface SessionHostsDeps {
  db: Database;
  findExercise: (ref: ExerciseRef) => ExerciseDefinition | undefined;
  hostDeps: (sessionId: SessionId, roomId: RoomId) => SessionHostDeps;
  /** Told of every session that was folded from its log, beside which stands this entry. */
  loaded: (entry: SessionEntry, held: HeldSession) => Promise<void>;
}

/** The sessions this node is judging at the moment, each loaded once. */
export class SessionHosts {
  readonly #held = new Map<SessionId, Promise<HeldSession | null>>();
  readonly #deps: SessionHostsDeps;

  constructor(deps: SessionHostsDeps) {
    this.#deps = deps;
  }

  /** The session with this id, or null when there is none or its exercise is not known here. */
  find(sessionId: SessionId): Promise<HeldSession | null> {
    const held = this.#held.get(sessionId);
    if (held) return held;
    const loading = this.#load(sessionId);
    this.#held.set(sessionId, loading);
    loading.then(
      (found) => found ?? this.#held.delete(sessionId),
      () => this.#held.delete(sessionId),
    );
    return loading;
  }

  /** Does something with a session, and forgets it again if nobody followed it before. */
  async borrow(sessionId: SessionId, work: (held: HeldSession) => Promise<void>): Promise<void> {
    const followed = this.#held.has(sessionId);
    const held = await this.find(sessionId);
    try {
      if (held) await work(held);
    } finally {
      if (!followed) this.#held.delete(sessionId);
    }
  }

  /** Forgets the sessions of a room that nobody is in any more; the store has them. */
  async releaseRoom(roomId: RoomId): Promise<void> {
    for (const [sessionId, loading] of this.#held) {
      const held = await loading.catch(() => null);
      if (held?.roomId === roomId) this.#held.delete(sessionId);
    }
  }

  /** Forgets one session: it is gone from the store. */
  forget(sessionId: SessionId): void {
    this.#held.delete(sessionId);
  }

  /** Lets the sessions of a room take what was written into their logs elsewhere. */
  async catchUp(roomId: RoomId): Promise<void> {
    for (const loading of this.#held.values()) {
      const held = await loading.catch(() => null);
      if (held?.roomId === roomId) await held.host.catchUp();
    }
  }

  async #load(sessionId: SessionId): Promise<HeldSession | null> {
    const row = await sessionOf(this.#deps.db, sessionId);
    const exercise = row && this.#deps.findExercise(row.exercise);
    if (!row || !exercise) return null;
    const deps = this.#deps.hostDeps(sessionId, row.roomId);
    const host = await SessionHost.load(sessionId, exercise, deps);
    const held = { sessionId, roomId: row.roomId, host };
    await this.#deps.loaded(row, held);
    return held;
  }
}
