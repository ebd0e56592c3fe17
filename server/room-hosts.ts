import type { RoomId, Time } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import type { Viewer } from './authenticate.ts';
import { watcherOf } from './publish.ts';
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

  /** The room as it was last read; null when nobody is in it. */
  async visited(roomId: RoomId): Promise<RoomHost | null> {
    return (await this.#rooms.get(roomId)) ?? null;
  }

  /** Takes a visitor in. */
  async enter(socketId: string, viewer: Viewer): Promise<RoomHost> {
    const { roomId } = viewer;
    for (;;) {
      const loading = this.#rooms.get(roomId) ?? this.#load(roomId);
      const room = await loading;
      // Otherwise the last one left while this one waited at the door, and the room was forgotten.
      if (this.#rooms.get(roomId) === loading) {
        room.enter(socketId, watcherOf(viewer));
        return room;
      }
    }
  }

  /** Takes a visitor out. True when nobody is left, and the room is forgotten. */
  async leave(roomId: RoomId, socketId: string): Promise<boolean> {
    const loading = this.#rooms.get(roomId);
    const room = await loading;
    if (!room) return true;
    room.leave(socketId);
    if (room.empty && this.#rooms.get(roomId) === loading) this.#rooms.delete(roomId);
    return room.empty;
  }

  #load(roomId: RoomId): Promise<RoomHost> {
    const room = new RoomHost(roomId);
    const loading = room.refresh(this.#db, this.#now()).then(() => room);
    this.#rooms.set(roomId, loading);
    loading.catch(() => this.#rooms.delete(roomId));
    return loading;
  }
}
