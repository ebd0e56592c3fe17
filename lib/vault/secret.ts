import * as v from 'valibot';
import { type Bytes, randomBytes } from './bytes.ts';

const length = 32;

/** 32 uniformly random bytes that the server never sees. Branded by what they open. */
export const Secret = v.custom<Bytes>(
  (value) => value instanceof Uint8Array && value.length === length,
);

export function newSecret(): Bytes {
  return randomBytes(length);
}
