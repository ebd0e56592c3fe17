import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Opener } from '#lib/vault/account-vault.ts';
import { type DeskKey, deskKeyOf } from '#lib/vault/desk-key.ts';
import { type Trouble, troubleOf } from './account/trouble.ts';
import { fetchVault } from './account/vault.ts';
import { deviceVault } from './device-vault.ts';
import { keepDesk } from './keep-desk.ts';

/**
 * Opens the account with what was typed, and keeps the key of its desk on this device, where the device keeps
 * anything. Refused with `unreadable` when that opens nothing.
 */
export async function unlockDesk(opener: Opener): Promise<Result<DeskKey, Trouble>> {
  const material = await fetchVault();
  if (!material.ok) return material;
  const keys = await deviceVault.open(opener, material.value);
  if (!keys.ok) return refused(troubleOf(keys.reason));
  await keepDesk(keys.value);
  return accepted(await deskKeyOf(keys.value));
}
