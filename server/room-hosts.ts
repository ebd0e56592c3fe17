import type { RoomId, Time } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import { RoomHost } from './room-host.ts';

/** The rooms somebody is in at the moment. */
export class RoomHosts {
  readonly #rooms = new Map<RoomId, Promise<RoomHost>>();
  readonly #db: Database;
  readonly #now: () => Time;

  constructor(db: Database, now: () => Time) {
    this.#db = db;
    this.#now = now;
  }

  /** The room as it was last read. */
  find(roomId: RoomId): Promise<RoomHost> {
    const held = this.#rooms.get(roomId);
    if (held) return held;
    const room = new RoomHost(roomId);
    const loading = room.refresh(this.#db, this.#now()).then(() => room);
    this.#rooms.set(roomId, loading);
    loading.catch(() => this.#rooms.delete(roomId));
    return loading;
  }

  /** Takes a visitor out. True when nobody is left, and the room is forgotten. */
  async leave(roomId: RoomId, socketId: string): Promise<boolean> {
    const room = await this.find(roomId);
    room.leave(socketId);
    if (room.empty) this.#rooms.delete(roomId);
    return room.empty;
  }
}
