import type { Bytes } from './bytes.ts';
import { lp } from './lp.ts';

/** HKDF-SHA-256 (RFC 5869) with an empty salt: our input keys are uniformly random already. */
function hkdf(info: readonly string[]) {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: lp(...info) };
}

function inputKey(secret: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey', 'deriveBits']);
}

/**
 * An AES-256-GCM key that cannot be exported.
 * @param secret 32 random bytes; `info` what the key is for, first field its purpose.
 */
export async function deriveKey(secret: Bytes, ...info: readonly string[]): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(
    hkdf(info),
    await inputKey(secret),
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** 32 bytes from the same derivation as `deriveKey`, for what must leave the device. */
export async function deriveBytes(secret: Bytes, ...info: readonly string[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(info), await inputKey(secret), 256));
}
