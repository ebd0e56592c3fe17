import type { Bytes } from './bytes.ts';

/** Bytes as base64url without padding characters (RFC 4648, section 5). */
export function toBase64url(bytes: Bytes): string {
  // Not one call with all bytes as arguments: engines cap the number of arguments.
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The bytes behind base64url text. Null for any text `toBase64url` would not have written, so that
 * no two texts stand for the same bytes.
 */
export function fromBase64url(text: string): Bytes | null {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : null;
}
