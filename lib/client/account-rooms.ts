import type { RoomId } from '#lib/dialogue/id.ts';
import type { AccountKeys } from '#lib/vault/account-keys.ts';
import { fromBase64url } from '#lib/vault/base64url.ts';
import { curve, type HolderKeys, holderKeysOf } from '#lib/vault/holder-keys.ts';
import { levelRoom, renewRoom, standingHere } from './account-keys.ts';
import type { RoomStanding } from './account-level.ts';

/** Which of these rooms this device has no key of, or a former one that opens nothing new. */
export function roomsBehind(rooms: readonly RoomId[]): Promise<readonly RoomId[]> {
  return roomsThatStand(rooms, ['behind']);
}

/** Which of these rooms open on this device, and would on no other: the account has no key of them. */
export function roomsNotKept(rooms: readonly RoomId[]): Promise<readonly RoomId[]> {
  return roomsThatStand(rooms, ['alone']);
}

/**
 * Which of these rooms the account may have no key of: those that an emptied device opens no more. One
 * about which no answer came is among them.
 */
export function roomsAtStake(rooms: readonly RoomId[]): Promise<readonly RoomId[]> {
  return roomsThatStand(rooms, ['alone', 'behind', 'no-answer']);
}

/**
 * Brings this device and the account level: whichever has the newest key of a room gives it to the
 * other. What fails for one room is no hindrance for others.
 * @returns the rooms that could not be levelled.
 */
export async function levelRooms(
  rooms: readonly RoomId[],
  keys: AccountKeys,
): Promise<readonly RoomId[]> {
  const account = await holderOf(keys);
  const left: RoomId[] = [];
  for (const roomId of rooms) {
    const level = await levelRoom(roomId, account).catch(() => null);
    if (!level?.ok) left.push(roomId);
  }
  return left;
}

/** Gives each room a new key that is due for one, as after a device was signed out. */
export async function renewRooms(rooms: readonly RoomId[]): Promise<void> {
  for (const roomId of rooms) await renewRoom(roomId).catch(() => null);
}

async function roomsThatStand(
  rooms: readonly RoomId[],
  so: readonly RoomStanding[],
): Promise<readonly RoomId[]> {
  const standings = await Promise.all(rooms.map(standingHere));
  return rooms.filter((_, index) => so.some((one) => one === standings[index]));
}

async function holderOf({ publicKey, privateKey }: AccountKeys): Promise<HolderKeys> {
  const raw = fromBase64url(publicKey);
  if (!raw) throw new Error('A public key that is no base64url');
  const point = await crypto.subtle.importKey('raw', raw, curve, true, []);
  return holderKeysOf({ publicKey: point, privateKey });
}
