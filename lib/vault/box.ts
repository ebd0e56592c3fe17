import { fromBase64url, toBase64url } from './base64url.ts';
import { type Bytes, randomBytes } from './bytes.ts';

/** Names the first format of everything sealed here: AES-256-GCM, 12-byte IV, 16-byte tag. */
export const version = 'wk1';

const ivLength = 12;

/** One sealed plaintext: its IV, and its ciphertext with the tag behind it. */
export interface Box {
  iv: Bytes;
  ciphertext: Bytes;
}

/**
 * Seals with AES-GCM (NIST SP 800-38D) under a random 96-bit IV, so at most 2^32 boxes a key; a
 * room stays far below.
 * @param aad what the box belongs to: not in it, and needed unchanged to open it.
 */
export async function seal(key: CryptoKey, aad: Bytes, plaintext: Bytes): Promise<Box> {
  const iv = randomBytes(ivLength);
  const algorithm = { name: 'AES-GCM', iv, additionalData: aad };
  return { iv, ciphertext: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plaintext)) };
}

/** The plaintext of a box; null when the key, the `aad` or any bit of the box is another. */
export async function open(key: CryptoKey, aad: Bytes, box: Box): Promise<Bytes | null> {
  const algorithm = { name: 'AES-GCM', iv: box.iv, additionalData: aad };
  // Engines name the failure differently, and no caller may tell the causes apart.
  return crypto.subtle.decrypt(algorithm, key, box.ciphertext).then(
    (plaintext) => new Uint8Array(plaintext),
    () => null,
  );
}

/** Seals into text, for what needs no digest of its own. Otherwise as `seal`. */
export async function sealText(key: CryptoKey, aad: Bytes, plaintext: Bytes): Promise<string> {
  return writeBox(await seal(key, aad, plaintext));
}

/** Opens what `sealText` made. Otherwise as `open`; null also for a text that is no box. */
export async function openText(key: CryptoKey, aad: Bytes, text: string): Promise<Bytes | null> {
  const box = readBox(text);
  return box && open(key, aad, box);
}

/** A box as text: `wk1.<base64url iv>.<base64url ciphertext>`. */
export function writeBox(box: Box): string {
  return [version, toBase64url(box.iv), toBase64url(box.ciphertext)].join('.');
}

/** The box behind a text; null for an unknown version or any text `writeBox` does not write. */
export function readBox(text: string): Box | null {
  const parts = text.split('.');
  const [iv, ciphertext] = parts.slice(1).map(fromBase64url);
  const known = parts.length === 3 && parts[0] === version;
  return known && iv?.length === ivLength && ciphertext ? { iv, ciphertext } : null;
}
