import type { AccountKeys } from '#lib/vault/account-keys.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { deskKeyOf, keepDeskKey } from '#lib/vault/desk-key.ts';

/**
 * Keeps the key of a therapist's desk on this device, out of the account that was opened just now. Never
 * rejects: on a device that keeps nothing the desk asks for the password itself.
 */
export async function keepDesk(keys: AccountKeys): Promise<void> {
  await deskKeyOf(keys)
    .then((key) => keepDeskKey(browserSafe(), key))
    .catch(() => undefined);
}
