import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Opener } from '#lib/vault/account-vault.ts';
import { type Trouble, troubleOf } from './account/trouble.ts';
import { fetchVault } from './account/vault.ts';
import { levelRooms } from './account-rooms.ts';
import { deviceVault } from './device-vault.ts';
import { keepDesk } from './keep-desk.ts';

/**
 * Opens the account with what was typed, and brings it level with this device. Refused with `unreadable`
 * when that opens nothing.
 * @param therapist whether there is a desk to be opened as well.
 * @returns the rooms that could not be levelled.
 */
export async function openRooms(
  opener: Opener,
  rooms: readonly RoomId[],
  therapist = false,
): Promise<Result<readonly RoomId[], Trouble>> {
  const material = await fetchVault();
  if (!material.ok) return material;
  const keys = await deviceVault.open(opener, material.value);
  if (!keys.ok) return refused(troubleOf(keys.reason));
  if (therapist) await keepDesk(keys.value);
  return accepted(await levelRooms(rooms, keys.value));
}
