import * as v from 'valibot';
import {
  type CostRefusal,
  judgeCost,
  Salt,
  type Stretch,
  usualCost,
} from '#lib/account/stretch.ts';
import { AuthKey } from '#lib/account/vault-material.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { randomBytes } from './bytes.ts';
import { Kek } from './kek.ts';

/** The two halves of a stretched password. Neither tells anything of the other. */
export const PasswordHalves = v.strictObject({
  /** Goes to the server, in the place of a password. */
  authKey: AuthKey,
  /** Stays on the device. */
  kek: Kek,
});
export type PasswordHalves = v.InferOutput<typeof PasswordHalves>;

/** `unavailable`: this device has no WebAssembly, or no room for the memory that is asked. */
export type SplitRefusal = CostRefusal | 'empty' | 'unavailable';

/** Splits a password here or in a worker. */
export type Split = (
  password: string,
  stretch: Stretch,
) => Promise<Result<PasswordHalves, SplitRefusal>>;

const half = 32;

/** A fresh random salt, at the cost that new passwords have. */
export function newStretch(): Stretch {
  return { salt: v.parse(Salt, toBase64url(randomBytes(16))), ...usualCost };
}

/**
 * Stretches a password with Argon2id (RFC 9106) into 64 bytes: the first 32 are the `authKey`, the
 * others the `kek`. Takes a second or more, in which nothing else happens: a page asks a worker.
 * @param password brought to NFKC first, so that no keyboard or system spells it another way.
 * @param stretch as the server gave it: refused by `judgeCost` before anything is computed.
 */
export const splitPassword: Split = async (password, stretch) => {
  const { salt, memory, passes, lanes } = stretch;
  const bytes = new TextEncoder().encode(password.normalize('NFKC'));
  if (bytes.length === 0) return refused('empty');
  const judged = judgeCost(stretch);
  if (!judged.ok) return judged;
  try {
    const { argon2id } = await import('hash-wasm');
    const key = await argon2id({
      password: bytes,
      salt: v.parse(v.instance(Uint8Array), fromBase64url(salt)),
      memorySize: memory,
      iterations: passes,
      parallelism: lanes,
      hashLength: 2 * half,
      outputType: 'binary',
    });
    const kek = v.parse(Kek, Uint8Array.from(key.subarray(half)));
    const authKey = v.parse(AuthKey, toBase64url(Uint8Array.from(key.subarray(0, half))));
    key.fill(0);
    return accepted({ authKey, kek });
  } catch {
    // Engines name a lack of memory and a forbidden WebAssembly each in their own way.
    return refused('unavailable');
  }
};
