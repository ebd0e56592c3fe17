import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import type { DeviceSafe } from './device-safe.ts';
import { RoomKey } from './room-key.ts';

/** The keys of the rooms this person can enter. */
export interface Keyring {
  /** The room's key, or null when it is not here or cannot be read. */
  get(roomId: RoomId): Promise<RoomKey | null>;
  put(roomId: RoomId, key: RoomKey): Promise<void>;
  forget(roomId: RoomId): Promise<void>;
}

const nameOf = (roomId: RoomId) => `room-key:${roomId}`;

/** A keyring that lies in a device's safe. */
export function deviceKeyring(safe: DeviceSafe): Keyring {
  return {
    get: async (roomId) => {
      const key = v.safeParse(RoomKey, fromBase64url((await safe.get(nameOf(roomId))) ?? ''));
      return key.success ? key.output : null;
    },
    put: (roomId, key) => safe.put(nameOf(roomId), toBase64url(key)),
    forget: (roomId) => safe.remove(nameOf(roomId)),
  };
}
