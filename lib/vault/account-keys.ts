import * as v from 'valibot';
import { AccountPublicKey, SealedPrivateKey } from '#lib/account/vault-material.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { openText, sealText, version } from './box.ts';
import type { Bytes } from './bytes.ts';
import { deriveKey } from './derive.ts';
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
  publicKey: AccountPublicKey;
  privateKey: AccountPrivateKey;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' };
const uses: KeyUsage[] = ['deriveBits', 'deriveKey'];

const sealingKey = (userKey: UserKey) => deriveKey(userKey, 'weerklank account key');
const aadOf = (publicKey: AccountPublicKey) => lp(version, 'account-key', publicKey);

/** A key pair of which only sealed text can be carried away. */
export interface NewAccountKeys {
  publicKey: AccountPublicKey;
  sealedPrivateKey: SealedPrivateKey;
}

/** Makes a key pair and seals its private half with the user key, bound to its public half. */
export async function newAccountKeys(userKey: UserKey): Promise<NewAccountKeys> {
  const pair = await crypto.subtle.generateKey(curve, true, uses);
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const publicKey = v.parse(AccountPublicKey, toBase64url(raw));
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
  const raw = fromBase64url(publicKey);
  if (!pkcs8 || !raw) return refused('unreadable');
  try {
    const imported = await crypto.subtle.importKey('pkcs8', pkcs8, curve, false, uses);
    pkcs8.fill(0);
    const privateKey = v.parse(AccountPrivateKey, imported);
    return (await belongs(privateKey, raw))
      ? accepted({ publicKey, privateKey })
      : refused('unreadable');
  } catch {
    // No point of the curve, or no key: whoever had the user key sealed something else.
    return refused('unreadable');
  }
}

/** Two halves belong together when a third key agrees on the same secret with either. */
async function belongs(privateKey: CryptoKey, rawPublic: Bytes): Promise<boolean> {
  const publicKey = await crypto.subtle.importKey('raw', rawPublic, curve, true, []);
  const third = await crypto.subtle.generateKey(curve, false, uses);
  const [one, other] = await Promise.all([
    crypto.subtle.deriveBits({ name: 'ECDH', public: third.publicKey }, privateKey, 256),
    crypto.subtle.deriveBits({ name: 'ECDH', public: publicKey }, third.privateKey, 256),
  ]);
  return toBase64url(new Uint8Array(one)) === toBase64url(new Uint8Array(other));
}
