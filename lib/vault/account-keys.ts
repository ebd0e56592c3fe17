import * as v from 'valibot';
import { SealedPrivateKey } from '#lib/account/vault-material.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { PublicKey } from '#lib/keyholder.ts';
import { toBase64url } from './base64url.ts';
import { openText, sealText, version } from './box.ts';
import { deriveKey } from './derive.ts';
import { agree, curve, newHolder } from './holder-keys.ts';
import { lp } from './lp.ts';
import type { UserKey } from './user-key.ts';

/** The private half of an account's key pair; cannot be exported, also not by our own scripts. */
export const AccountPrivateKey = v.pipe(
  v.custom<CryptoKey>(
    (value) => value instanceof CryptoKey && value.type === 'private' && !value.extractable,
  ),
  v.brand('AccountPrivateKey'),
);
export type AccountPrivateKey = v.InferOutput<typeof AccountPrivateKey>;

/** A P-256 key pair for ECDH (NIST SP 800-56A): rooms' keys are sealed for it. */
export interface AccountKeys {
  publicKey: PublicKey;
  privateKey: AccountPrivateKey;
}

const uses: KeyUsage[] = ['deriveBits', 'deriveKey'];

const sealingKey = (userKey: UserKey) => deriveKey(userKey, 'weerklank account key');
const aadOf = (publicKey: PublicKey) => lp(version, 'account-key', publicKey);

/** A key pair of which only sealed text can be carried away. */
export interface NewAccountKeys {
  publicKey: PublicKey;
  sealedPrivateKey: SealedPrivateKey;
}

/** Makes a key pair and seals its private half with the user key, bound to its public half. */
export async function newAccountKeys(userKey: UserKey): Promise<NewAccountKeys> {
  const pair = await crypto.subtle.generateKey(curve, true, uses);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const publicKey = v.parse(PublicKey, toBase64url(raw));
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const sealed = await sealText(await sealingKey(userKey), aadOf(publicKey), pkcs8);
  pkcs8.fill(0);
  return { publicKey, sealedPrivateKey: v.parse(SealedPrivateKey, sealed) };
}

/**
 * The key pair, its private half for use only. Refused with `unreadable` when the user key is another,
 * the text was changed, or the public half is not the one it was sealed with. Never throws.
 */
export async function openAccountKeys(
  userKey: UserKey,
  { publicKey, sealedPrivateKey }: NewAccountKeys,
): Promise<Result<AccountKeys, 'unreadable'>> {
  const key = await sealingKey(userKey);
  const pkcs8 = await openText(key, aadOf(publicKey), sealedPrivateKey);
  if (!pkcs8) return refused('unreadable');
  try {
    const imported = await crypto.subtle.importKey('pkcs8', pkcs8, curve, false, uses);
    pkcs8.fill(0);
    const privateKey = v.parse(AccountPrivateKey, imported);
    return (await belongs(privateKey, publicKey))
      ? accepted({ publicKey, privateKey })
      : refused('unreadable');
  } catch {
    // No point of the curve, or no key: whoever had the user key sealed something else.
    return refused('unreadable');
  }
}

/** Two halves belong together when a third key agrees on the same secret with either. */
async function belongs(privateKey: CryptoKey, publicKey: PublicKey): Promise<boolean> {
  const third = await newHolder();
  const [one, other] = await Promise.all([
    agree(privateKey, third.publicKey),
    agree(third.privateKey, publicKey),
  ]);
  return one !== null && other !== null && toBase64url(one) === toBase64url(other);
}
