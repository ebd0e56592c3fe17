import type { RoomId } from '#lib/dialogue/id.ts';
import type { DeviceSafe } from './device-safe.ts';
import { type RoomKeys, readRoomKeys, writeRoomKeys } from './room-keys.ts';

/** The keys of the rooms this person can enter. */
export interface Keyring {
  /** The room's keys, or null when there are none here or they cannot be read. */
  get(roomId: RoomId): Promise<RoomKeys | null>;
  put(roomId: RoomId, keys: RoomKeys): Promise<void>;
  forget(roomId: RoomId): Promise<void>;
}

const nameOf = (roomId: RoomId) => `room-key:${roomId}`;

/** A keyring that lies in a device's safe. */
export function deviceKeyring(safe: DeviceSafe): Keyring {
  return {
    get: async (roomId) => readRoomKeys((await safe.get(nameOf(roomId))) ?? ''),
    put: (roomId, keys) => safe.put(nameOf(roomId), writeRoomKeys(keys)),
    forget: (roomId) => safe.remove(nameOf(roomId)),
  };
}
