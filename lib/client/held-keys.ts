import type { RoomKeys } from '#lib/vault/room-keys.ts';

/** The keys of one room, as a device holds them at the moment. */
export interface HeldKeys {
  readonly held: RoomKeys;
  /** Whether the room went over to a key that this device was not given: asking again brings nothing. */
  readonly lost: boolean;
  /** Asks whether there are others by now. Whether any came. Never rejects. */
  renew(): Promise<boolean>;
}
