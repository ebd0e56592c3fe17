import * as v from 'valibot';
import type { Stretch } from '#lib/account/stretch.ts';
import { PasswordWrap, RecoveryWrap, stretchOf } from '#lib/account/vault-material.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { PublicKey } from '#lib/keyholder.ts';
import { openText, sealText, version } from './box.ts';
import { commit, isCommitted } from './commitment.ts';
import { deriveKey } from './derive.ts';
import type { Kek } from './kek.ts';
import { lp } from './lp.ts';
import { newSecret, Secret } from './secret.ts';

/** The 32 random bytes that open all else an account holds. A new password leaves them as they are. */
export const UserKey = v.pipe(Secret, v.brand('UserKey'));
export type UserKey = v.InferOutput<typeof UserKey>;

export function newUserKey(): UserKey {
  return v.parse(UserKey, newSecret());
}

const headOfPassword = ({ salt, memory, passes, lanes }: Stretch) => [
  version,
  'password',
  ...[memory, passes, lanes].map(String),
  salt,
];
const headOfRecovery = [version, 'recovery'];

const keyOf = (kek: Kek) => deriveKey(kek, 'weerklank user key');
/** The account's public key stands for the account, which has no id yet when its vault is made. */
const aadOf = (head: readonly string[], publicKey: PublicKey) => lp('user-key', publicKey, ...head);

async function wrap(
  kek: Kek,
  head: readonly string[],
  publicKey: PublicKey,
  userKey: UserKey,
): Promise<string> {
  const aad = aadOf(head, publicKey);
  const [, ...box] = (await sealText(await keyOf(kek), aad, userKey)).split('.');
  const commitment = await commit(kek, lp('user-key', publicKey, ...head, ...box));
  return [...head, ...box, commitment].join('.');
}

async function unwrap(
  kek: Kek,
  headLength: number,
  publicKey: PublicKey,
  record: string,
): Promise<Result<UserKey, 'unreadable'>> {
  const parts = record.split('.');
  const head = parts.slice(0, headLength);
  const box = parts.slice(headLength, -1);
  const committed = lp('user-key', publicKey, ...head, ...box);
  if (!(await isCommitted(kek, committed, parts.at(-1) ?? ''))) return refused('unreadable');
  const text = [version, ...box].join('.');
  const opened = await openText(await keyOf(kek), aadOf(head, publicKey), text);
  const userKey = v.safeParse(UserKey, opened);
  return userKey.success ? accepted(userKey.output) : refused('unreadable');
}

/** The user key for whoever has the password, which was stretched with `stretch` into `kek`. */
export async function wrapForPassword(
  kek: Kek,
  stretch: Stretch,
  publicKey: PublicKey,
  userKey: UserKey,
): Promise<PasswordWrap> {
  return v.parse(PasswordWrap, await wrap(kek, headOfPassword(stretch), publicKey, userKey));
}

/** The user key for whoever has the recovery code. */
export async function wrapForRecovery(
  kek: Kek,
  publicKey: PublicKey,
  userKey: UserKey,
): Promise<RecoveryWrap> {
  return v.parse(RecoveryWrap, await wrap(kek, headOfRecovery, publicKey, userKey));
}

/**
 * The user key out of `wrapForPassword`. Refused with `unreadable` when the password, the account, the
 * salt or the cost is another, or one bit was changed: the causes cannot be told apart. Never throws.
 */
export function unwrapWithPassword(
  kek: Kek,
  publicKey: PublicKey,
  record: PasswordWrap,
): Promise<Result<UserKey, 'unreadable'>> {
  return unwrap(kek, headOfPassword(stretchOf(record)).length, publicKey, record);
}

/** The user key out of `wrapForRecovery`. Otherwise as `unwrapWithPassword`. */
export function unwrapWithRecovery(
  kek: Kek,
  publicKey: PublicKey,
  record: RecoveryWrap,
): Promise<Result<UserKey, 'unreadable'>> {
  return unwrap(kek, headOfRecovery.length, publicKey, record);
}
