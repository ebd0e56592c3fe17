import { fromBase64url, toBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import { deriveBytes } from './derive.ts';

/*
 * AES-GCM does not commit to its key: a box can be made that opens under several keys, and with it one
 * answer of a victim tests many passwords (Len, Grubbs, Ristenpart, "Partitioning Oracle Attacks", 2021).
 * A MAC under a key derived from the same secret does commit to it.
 */

async function macKey(secret: Bytes): Promise<CryptoKey> {
  const bytes = await deriveBytes(secret, 'weerklank commitment');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign', 'verify']);
}

/** Ties `record` to the one secret that opens it: HMAC-SHA-256 as 43 characters of base64url. */
export async function commit(secret: Bytes, record: Bytes): Promise<string> {
  return toBase64url(
    new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(secret), record)),
  );
}

/** Whether `commitment` is what `commit` makes of this secret and this record. Never throws. */
export async function isCommitted(
  secret: Bytes,
  record: Bytes,
  commitment: string,
): Promise<boolean> {
  const mac = fromBase64url(commitment);
  return mac !== null && crypto.subtle.verify('HMAC', await macKey(secret), mac, record);
}
