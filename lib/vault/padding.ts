import type { Bytes } from './bytes.ts';
import { fromJson, toJson } from './json.ts';

/** Bytes in front of the JSON that tell its length. */
const header = 4;

/** The smallest bucket that holds `length` bytes; undefined when none does. */
const bucketFor = (length: number, buckets: readonly number[]) =>
  buckets.find((bucket) => length <= bucket);

/**
 * A value as a plaintext whose length tells only its bucket.
 * @param value JSON; `buckets` lengths in bytes, ascending.
 * @returns the length of the JSON in bytes (4 bytes, big endian), the JSON in UTF-8, zeros up to
 *   the bucket; null when no bucket is large enough.
 */
export function pad(value: unknown, buckets: readonly number[]): Bytes | null {
  const json = toJson(value);
  const bucket = bucketFor(header + json.length, buckets);
  if (bucket === undefined) return null;
  const padded = new Uint8Array(bucket);
  new DataView(padded.buffer).setUint32(0, json.length);
  padded.set(json, header);
  return padded;
}

/** What `pad` was given; undefined for bytes `pad` cannot have made with these buckets. */
export function unpad(bytes: Bytes, buckets: readonly number[]): unknown {
  if (bytes.length < header) return undefined;
  const end = header + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const clean = bytes.subarray(end).every((byte) => byte === 0);
  if (!clean || bucketFor(end, buckets) !== bytes.length) return undefined;
  return fromJson(bytes.subarray(header, end));
}
