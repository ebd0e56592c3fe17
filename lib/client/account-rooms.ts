import type { RoomId } from '#lib/dialogue/id.ts';
import type { AccountKeys } from '#lib/vault/account-keys.ts';
import { fromBase64url } from '#lib/vault/base64url.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { curve, type HolderKeys, holderKeysOf } from '#lib/vault/holder-keys.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { giveToAccount, renewRoom, takeFromAccount } from './account-keys.ts';

/** Which of these rooms this device has no key of. A device that keeps nothing has none. */
export async function roomsWithoutKey(rooms: readonly RoomId[]): Promise<readonly RoomId[]> {
  const keyring = deviceKeyring(browserSafe());
  const held = await Promise.all(rooms.map((roomId) => keyring.get(roomId).catch(() => null)));
  return rooms.filter((_, index) => !held[index]);
}

/**
 * Brings this device and the account level: keys that the account has come to the device, and keys
 * that the device has are sealed for the account. What fails for one room is no hindrance for others.
 * @returns the rooms this device still has no key of.
 */
export async function levelRooms(
  rooms: readonly RoomId[],
  keys: AccountKeys,
): Promise<readonly RoomId[]> {
  const account = await holderOf(keys);
  const without = new Set(await roomsWithoutKey(rooms));
  for (const roomId of rooms) {
    const level = without.has(roomId) ? takeFromAccount : giveToAccount;
    await level(roomId, account).catch(() => null);
  }
  return roomsWithoutKey(rooms);
}

/** Gives each room a new key that is due for one, as after a device was signed out. */
export async function renewRooms(rooms: readonly RoomId[]): Promise<void> {
  for (const roomId of rooms) await renewRoom(roomId).catch(() => null);
}

async function holderOf({ publicKey, privateKey }: AccountKeys): Promise<HolderKeys> {
  const raw = fromBase64url(publicKey);
  if (!raw) throw new Error('A public key that is no base64url');
  const point = await crypto.subtle.importKey('raw', raw, curve, true, []);
  return holderKeysOf({ publicKey: point, privateKey });
}
