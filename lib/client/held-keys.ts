import type { RoomKeys } from '#lib/vault/room-keys.ts';

/** The keys of one room, as a device holds them at the moment. */
export interface HeldKeys {
  readonly held: RoomKeys;
  /** Asks whether there are others by now. Whether any came. Never rejects. */
  renew(): Promise<boolean>;
}
