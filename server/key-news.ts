import { setTimeout as pause } from 'node:timers/promises';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import { keyStates } from '#prisma/room-epochs.ts';
import { errorCode, type Log } from './log.ts';
import type { RoomHosts } from './room-hosts.ts';

/** Keys are exchanged over HTTP, so sockets hear of it from the database, within this. */
const lookEvery = 400;

export interface KeyNewsDeps {
  db: Database;
  rooms: RoomHosts;
  log: Log;
  tellRoom: (roomId: RoomId, reread: boolean) => Promise<void>;
}

/**
 * Tells everyone in a room when its keys stand otherwise than they were told, for as long as it is not
 * stopped; resolves when it has.
 */
export async function tellKeyNews(deps: KeyNewsDeps, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    await pause(lookEvery, null, { ref: false, signal: stop }).catch(() => undefined);
    if (stop.aborted) return;
    try {
      await lookOnce(deps);
    } catch (error) {
      deps.log.warn('the keys of rooms could not be looked at', { error: errorCode(error) });
    }
  }
}

async function lookOnce({ db, rooms, tellRoom }: KeyNewsDeps): Promise<void> {
  const visited = await rooms.all();
  if (visited.length === 0) return;
  const found = await keyStates(
    db,
    visited.map(({ roomId }) => roomId),
  );
  for (const { roomId, keyState } of visited) {
    const now = found.get(roomId);
    const same = now?.epoch === keyState.epoch && now.rotationDue === keyState.rotationDue;
    if (now && !same) await tellRoom(roomId, true);
  }
}
