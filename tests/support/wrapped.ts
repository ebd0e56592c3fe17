import * as v from 'valibot';
import type { Stretch } from '#lib/account/stretch.ts';
import { PasswordWrap, RecoveryWrap } from '#lib/account/vault-material.ts';
import { newAccountKeys } from '#lib/vault/account-keys.ts';
import { Kek } from '#lib/vault/kek.ts';
import { newStretch } from '#lib/vault/password.ts';
import { newSecret } from '#lib/vault/secret.ts';
import {
  newUserKey,
  unwrapWithPassword,
  unwrapWithRecovery,
  wrapForPassword,
  wrapForRecovery,
} from '#lib/vault/user-key.ts';

export const newKek = () => v.parse(Kek, newSecret());
/** What is wrapped below. */
export const userKey = newUserKey();
export const stretch: Stretch = newStretch();
export const [kek, codeKek] = [newKek(), newKek()];
export const { publicKey } = await newAccountKeys(userKey);
export const passwordWrap = await wrapForPassword(kek, stretch, publicKey, userKey);
export const recoveryWrap = await wrapForRecovery(codeKek, publicKey, userKey);
export const unreadable = { ok: false, reason: 'unreadable' };

/** What a client makes of a record that a server sends: the schema first, the key after. */
export async function read(record: string, key = kek, account = publicKey) {
  const password = v.safeParse(PasswordWrap, record);
  if (password.success) return unwrapWithPassword(key, account, password.output);
  const recovery = v.safeParse(RecoveryWrap, record);
  return recovery.success ? unwrapWithRecovery(key, account, recovery.output) : unreadable;
}
