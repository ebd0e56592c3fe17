import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { errorCode, type Log } from '#lib/log.ts';
import { seeAuthSessions } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import {
  type Eviction,
  evictionsAfter,
  forgetNews,
  type NewsMark,
  newsNow,
  roomChangesAfter,
} from '#prisma/news.ts';
import type { Viewer } from './authenticate.ts';
import type { Realtime, RoomSocket } from './publish.ts';

/** How often the database is asked what is new, in milliseconds. */
const lookEvery = 250;
/** How often open sockets count as a visit, and those that ran out are closed. */
const seeEvery = 60_000;

interface WatchDeps {
  io: Realtime;
  db: Database;
  now: () => Time;
  log: Log;
  /** A room looks different now. */
  changed: (roomId: RoomId) => Promise<void>;
}

/**
 * Hears what pages, commands and other nodes did: closes the sockets of whoever may no longer be here
 * (signed out anywhere, gone from a room, idle too long), and tells rooms that look different. Asks the
 * database, so that it does not matter which process made it so.
 */
export class Watch {
  readonly #deps: WatchDeps;
  #read: NewsMark = { eviction: 0, roomChange: 0 };
  #forgettable: NewsMark = { eviction: 0, roomChange: 0 };
  #recent: readonly Eviction[] = [];
  /** Rooms that look different, and of which nobody has been told yet. */
  readonly #untold = new Set<RoomId>();
  readonly #telling = new Set<RoomId>();
  #timers: readonly NodeJS.Timeout[] = [];
  #busy = false;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  /** The last eviction that was carried out; hold a newcomer against those after it. */
  get cursor(): number {
    return this.#read.eviction;
  }

  async start(): Promise<void> {
    this.#read = await newsNow(this.#deps.db);
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

  /** Closes sockets before anything else, whatever becomes of the rest. */
  async #look(): Promise<void> {
    const { db } = this.#deps;
    const evictions = await evictionsAfter(db, this.#read);
    this.#read = { ...this.#read, eviction: evictions.at(-1)?.id ?? this.#read.eviction };
    this.#recent = [...this.#recent, ...evictions];
    if (evictions.length > 0) {
      for (const socket of this.#sockets()) {
        const { viewer } = socket.data;
        if (evictions.some((eviction) => concerns(eviction, viewer))) socket.disconnect(true);
      }
    }
    const changes = await roomChangesAfter(db, this.#read);
    this.#read = { ...this.#read, roomChange: changes.at(-1)?.id ?? this.#read.roomChange };
    for (const { roomId } of changes) this.#untold.add(roomId);
    // Not waited for: a room that takes long must not keep the next eviction waiting.
    for (const roomId of this.#untold) void this.#tell(roomId);
  }

  /** Tells a room; one that cannot be told now is told at the next look. */
  async #tell(roomId: RoomId): Promise<void> {
    if (this.#telling.has(roomId)) return;
    this.#telling.add(roomId);
    this.#untold.delete(roomId);
    try {
      await this.#deps.changed(roomId);
    } catch (error) {
      this.#untold.add(roomId);
      this.#deps.log.warn('a room could not be told', { roomId, error: errorCode(error) });
    } finally {
      this.#telling.delete(roomId);
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
    this.#recent = this.#recent.filter(({ id }) => id > this.#forgettable.eviction);
    await forgetNews(db, this.#forgettable);
    this.#forgettable = this.#read;
  }

  #sockets(): RoomSocket[] {
    return [...this.#deps.io.of('/').sockets.values()];
  }

  async #safely(work: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await work();
    } catch (error) {
      this.#deps.log.warn('could not read the news', { error: errorCode(error) });
    } finally {
      this.#busy = false;
    }
  }
}

function concerns({ authSessionId, userId, roomId }: Eviction, viewer: Viewer): boolean {
  return authSessionId === null
    ? userId === viewer.userId && roomId === viewer.roomId
    : authSessionId === viewer.authSessionId;
}
