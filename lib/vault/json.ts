import type { Bytes } from './bytes.ts';

/** A JSON value as UTF-8. Keeps every string whole: JSON escapes what UTF-8 cannot say. */
export function toJson(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The value behind UTF-8 JSON; undefined for any other bytes. */
export function fromJson(bytes: Bytes): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
