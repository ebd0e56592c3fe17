import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Narrow } from './narrow.ts';

declare global {
  var weerklankHashing: Narrow | undefined;
}

/** Argon2id as OWASP's Password Storage Cheat Sheet has it: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashing must not take both processors from whoever is in a talk. */
const atOnce = 2;

/** The one way to hashing of this process: every bundle of Next has its own copy of this module. */
export function hashing(): Narrow {
  globalThis.weerklankHashing ??= new Narrow(atOnce);
  return globalThis.weerklankHashing;
}

/** What is kept of the half of a password that the server may know. */
export function hashOf(authKey: string): Promise<string> {
  return hashing().through(() => hash(authKey, cost));
}

/**
 * Whether this is the half of the password of which the hash is given. Without a hash, for an address
 * that has no account, it does as much work and says no.
 */
export function isHashed(passwordHash: string | null, authKey: string): Promise<boolean> {
  return hashing().through(() => verify(passwordHash ?? decoy, authKey));
}

/** In the form of a hash with our parameters, and of nothing: 256 random bits that nobody hashed. */
const decoy = [
  '$argon2id$v=19',
  `$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`,
  `$${unpadded(16)}$${unpadded(32)}`,
].join('');

function unpadded(bytes: number): string {
  return randomBytes(bytes).toString('base64').replaceAll('=', '');
}
