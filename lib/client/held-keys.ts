import { type SessionKey, type SessionKeyPlace, sessionKeyOf } from '#lib/vault/room-key.ts';
import type { RoomKeys } from '#lib/vault/room-keys.ts';

/** The keys of one room, as a device holds them at the moment. */
export interface HeldKeys {
  readonly held: RoomKeys;
  /** Whether the room went over to a key that this device was not given: asking again brings nothing. */
  readonly lost: boolean;
  /** Asks whether there are others by now. Whether any came. Never rejects. */
  renew(): Promise<boolean>;
}

/** The keys of one session's words. */
export interface WordKeys {
  /** What is sealed from now on is sealed with the key of this epoch. */
  readonly epoch: number;
  /** The key of an epoch; null when it is not here. */
  of(epoch: number): Promise<SessionKey> | null;
  /** Asks whether there are others by now. Whether any came. Never rejects. */
  renew(): Promise<boolean>;
}

/** The keys of a session's words, from the room's. */
export function wordKeys(keys: HeldKeys, place: Omit<SessionKeyPlace, 'epoch'>): WordKeys {
  const made = new Map<number, Promise<SessionKey>>();
  return {
    get epoch() {
      return keys.held.epoch;
    },
    of(epoch) {
      const roomKey = keys.held.of(epoch);
      if (!roomKey) return null;
      const key = made.get(epoch) ?? sessionKeyOf(roomKey, { ...place, epoch });
      made.set(epoch, key);
      return key;
    },
    renew: () => keys.renew(),
  };
}
