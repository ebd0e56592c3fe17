import { createECDH, hkdfSync } from 'node:crypto';
import { curve, type HolderKeys, holderKeysOf } from '#lib/vault/holder-keys.ts';

/** 32 bytes that count up from one, so that a test can write down what comes of them. */
export function countingFrom(first: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 32 }, (_, index) => index + first);
}

/** An id of 22 characters that a reader recognizes. */
export const idLike = (word: string) => word.padEnd(22, '_');

/** The documented joining of fields, by another implementation than ours. */
export function lpByHand(...fields: readonly string[]): Buffer {
  return Buffer.concat(
    fields.flatMap((field) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(field));
      return [length, Buffer.from(field)];
    }),
  );
}

/** The documented derivation, by another implementation than ours: 32 bytes. */
export function derivedByHand(secret: Uint8Array, ...info: readonly string[]): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, new Uint8Array(0), lpByHand(...info), 32));
}

/** What a private key of these bytes has in common with its own public half. */
export function ownSecretByHand(secret: Uint8Array): Buffer {
  const pair = pairOf(secret);
  return pair.computeSecret(pair.getPublicKey());
}

/** The keyholder whose private key these bytes are, the same in every run. */
export async function holderFrom(secret: Uint8Array): Promise<HolderKeys> {
  const point = pairOf(secret).getPublicKey();
  const text = (from: number, to: number) => point.subarray(from, to).toString('base64url');
  const publicJwk = { kty: 'EC', crv: 'P-256', x: text(1, 33), y: text(33, 65) };
  const jwk = { ...publicJwk, d: Buffer.from(secret).toString('base64url') };
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.importKey('jwk', publicJwk, curve, true, []),
    crypto.subtle.importKey('jwk', jwk, curve, false, ['deriveBits']),
  ]);
  return holderKeysOf({ publicKey, privateKey });
}

function pairOf(secret: Uint8Array) {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(secret));
  return pair;
}
