import { createCipheriv } from 'node:crypto';
import type { Box } from '#lib/vault/box.ts';

const bits = 128n;
const polynomial = 0xe1n << 120n;
const one = 1n << 127n;

/** The product in the field of GCM (NIST SP 800-38D, section 6.3). */
function times(x: bigint, y: bigint): bigint {
  let product = 0n;
  let v = y;
  for (let bit = bits - 1n; bit >= 0n; bit -= 1n) {
    if ((x >> bit) & 1n) product ^= v;
    v = v & 1n ? (v >> 1n) ^ polynomial : v >> 1n;
  }
  return product;
}

/** The inverse, by Fermat: every element but zero has order 2^128 - 1. */
function inverse(x: bigint): bigint {
  let result = one;
  let square = x;
  for (let step = 1n; step < bits; step += 1n) {
    square = times(square, square);
    result = times(result, square);
  }
  return result;
}

const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (value: bigint) => Buffer.from(value.toString(16).padStart(32, '0'), 'hex');

function encryptBlock(key: Uint8Array, block: Uint8Array): bigint {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return numberOf(cipher.update(block));
}

/**
 * A box with two blocks of ciphertext that AES-256-GCM opens under both keys: the second block is solved
 * from the demand that both tags are equal (Dodis and others, "Fast Message Franking", 2018).
 */
export function twoKeyBox(keys: readonly [Uint8Array, Uint8Array], aad: Uint8Array): Box {
  const iv = new Uint8Array(12).fill(7);
  const first = numberOf(new Uint8Array(16).fill(42));
  const counter = Buffer.concat([iv, Buffer.from([0, 0, 0, 1])]);
  const lengths = (BigInt(aad.length * 8) << 64n) | 256n;
  const padded = Buffer.concat([aad, Buffer.alloc((16 - (aad.length % 16)) % 16)]);
  const sides = keys.map((key) => {
    const h = encryptBlock(key, new Uint8Array(16));
    const absorb = (hash: bigint, block: bigint) => times(hash ^ block, h);
    let hash = 0n;
    for (let at = 0; at < padded.length; at += 16) {
      hash = absorb(hash, numberOf(padded.subarray(at, at + 16)));
    }
    const square = times(h, h);
    const known = times(absorb(hash, first), square) ^ times(lengths, h);
    return { square, rest: known ^ encryptBlock(key, counter) };
  });
  const [a, b] = sides;
  if (!a || !b) throw new Error('Two keys are needed');
  const second = times(a.rest ^ b.rest, inverse(a.square ^ b.square));
  const tag = times(second, a.square) ^ a.rest;
  return { iv, ciphertext: Uint8Array.from(Buffer.concat([first, second, tag].map(bytesOf))) };
}
