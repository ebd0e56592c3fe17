import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Keyring } from '#lib/vault/keyring.ts';
import { type EpochKey, RoomKeys } from '#lib/vault/room-keys.ts';

/** How a key in a link stands to what the device holds of that room. */
export type LinkKeyFit = 'new' | 'held' | 'other';

/** Compares a link's key with the keys that are held: `other` when the device has another of that epoch. */
export function fitOf(held: RoomKeys | null, { epoch, key }: EpochKey): LinkKeyFit {
  const same = held?.of(epoch);
  if (!same) return 'new';
  return same.every((byte, index) => byte === key[index]) ? 'held' : 'other';
}

/** A key that is kept for now, until the server has let somebody in or not. */
export interface KeptLinkKey {
  keys: RoomKeys;
  /** Whether the device held keys of that room before. */
  heldBefore: boolean;
  /** Puts everything back as it was. */
  undo(): Promise<void>;
}

/**
 * Keeps the key of a link beside what the device holds of that room. Refused with `other-key` when it holds
 * another of that epoch, and with `storage` when the device keeps nothing.
 */
export async function keepLinkKey(
  keyring: Keyring,
  roomId: RoomId,
  roomKey: EpochKey,
): Promise<Result<KeptLinkKey, 'other-key' | 'storage'>> {
  try {
    const held = await keyring.get(roomId);
    if (fitOf(held, roomKey) === 'other') return refused('other-key');
    const keys = held ? held.with(roomKey) : new RoomKeys(roomKey);
    await keyring.put(roomId, keys);
    const back = () => (held ? keyring.put(roomId, held) : keyring.forget(roomId));
    // What cannot be put back takes the place of nothing that was held.
    return accepted({ keys, heldBefore: held !== null, undo: () => back().catch(() => undefined) });
  } catch {
    return refused('storage');
  }
}
