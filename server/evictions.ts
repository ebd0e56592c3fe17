import type { Time } from '#lib/dialogue/id.ts';
import { errorCode, type Log } from '#lib/log.ts';
import { seeAuthSessions } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { type Eviction, evictionsAfter, forgetEvictions, lastEviction } from '#prisma/evictions.ts';
import type { Viewer } from './authenticate.ts';
import type { Realtime, RoomSocket } from './publish.ts';

/** How often the database is asked who must go, in milliseconds. */
const lookEvery = 250;
/** How often open sockets count as a visit, and those that ran out are closed. */
const seeEvery = 60_000;

interface EvictionsDeps {
  io: Realtime;
  db: Database;
  now: () => Time;
  log: Log;
}

/**
 * Closes the sockets of whoever may no longer be here: signed out anywhere, gone from a room, idle too
 * long. Asks the database, so that it does not matter which process made it so.
 */
export class Evictions {
  readonly #deps: EvictionsDeps;
  #read = 0;
  #forgettable = 0;
  #recent: readonly Eviction[] = [];
  #timers: readonly NodeJS.Timeout[] = [];
  #looking = false;

  constructor(deps: EvictionsDeps) {
    this.#deps = deps;
  }

  /** The last eviction that was carried out; hold a newcomer against those after it. */
  get cursor(): number {
    return this.#read;
  }

  async start(): Promise<void> {
    this.#read = await lastEviction(this.#deps.db);
    this.#timers = [
      setInterval(() => void this.#safely(() => this.#look()), lookEvery),
      setInterval(() => void this.#safely(() => this.#see()), seeEvery),
    ];
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  /** Whether this viewer was put out since `cursor`, while they were still coming in. */
  missed(viewer: Viewer, cursor: number): boolean {
    return this.#recent.some((eviction) => eviction.id > cursor && concerns(eviction, viewer));
  }

  async #look(): Promise<void> {
    const evictions = await evictionsAfter(this.#deps.db, this.#read);
    if (evictions.length === 0) return;
    this.#read = evictions.at(-1)?.id ?? this.#read;
    this.#recent = [...this.#recent, ...evictions];
    for (const socket of this.#sockets()) {
      const { viewer } = socket.data;
      if (evictions.some((eviction) => concerns(eviction, viewer))) socket.disconnect(true);
    }
  }

  async #see(): Promise<void> {
    const { db, now } = this.#deps;
    const sockets = this.#sockets();
    const ids = sockets.map((socket) => socket.data.viewer.authSessionId);
    const seen = await seeAuthSessions(db, ids, now());
    for (const socket of sockets) {
      if (!seen.has(socket.data.viewer.authSessionId)) socket.disconnect(true);
    }
    // A minute after it was read, nobody is coming in any more who began before it.
    this.#recent = this.#recent.filter(({ id }) => id > this.#forgettable);
    await forgetEvictions(db, this.#forgettable);
    this.#forgettable = this.#read;
  }

  #sockets(): RoomSocket[] {
    return [...this.#deps.io.of('/').sockets.values()];
  }

  async #safely(work: () => Promise<void>): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      await work();
    } catch (error) {
      this.#deps.log.warn('could not see who must go', { error: errorCode(error) });
    } finally {
      this.#looking = false;
    }
  }
}

function concerns({ authSessionId, userId, roomId }: Eviction, viewer: Viewer): boolean {
  return authSessionId === null
    ? userId === viewer.userId && roomId === viewer.roomId
    : authSessionId === viewer.authSessionId;
}
