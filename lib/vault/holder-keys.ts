import * as v from 'valibot';
import { HolderId, PublicKey } from '#lib/keyholder.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { type Bytes, sha256 } from './bytes.ts';

/** ECDH over P-256 (SP 800-56A): the one curve that every browser has. */
export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

const idLength = 16;

/** What a keyholder is known by, and what only it can open envelopes with. */
export interface HolderKeys {
  id: HolderId;
  publicKey: PublicKey;
  privateKey: CryptoKey;
}

/** A key pair for a keyholder; its private half cannot be exported. */
export async function newHolderPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, false, ['deriveBits']);
}

/** A keyholder that lasts as long as the process, for a partner without a browser. */
export async function newHolder(): Promise<HolderKeys> {
  return holderKeysOf(await newHolderPair());
}

/**
 * The keyholder behind a key pair of P-256. Its public half must be exportable, which that of every
 * pair is that `generateKey` makes.
 */
export async function holderKeysOf({ publicKey, privateKey }: CryptoKeyPair): Promise<HolderKeys> {
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  const id = toBase64url((await sha256(raw)).slice(0, idLength));
  return {
    id: v.parse(HolderId, id),
    publicKey: v.parse(PublicKey, toBase64url(raw)),
    privateKey,
  };
}

/**
 * The 32 bytes that two keyholders have in common: a private key of one, the public key of the other.
 * Null for a public key that is no point of the curve.
 */
export async function agree(privateKey: CryptoKey, publicKey: PublicKey): Promise<Bytes | null> {
  const raw = fromBase64url(publicKey);
  if (!raw) return null;
  try {
    const other = await crypto.subtle.importKey('raw', raw, curve, false, []);
    const shared = await crypto.subtle.deriveBits({ ...curve, public: other }, privateKey, 256);
    return new Uint8Array(shared);
  } catch {
    return null;
  }
}
