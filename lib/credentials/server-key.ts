import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What a key of the server is used for; no two uses share a key. */
type Use = 'salt' | 'totp';

const ivBytes = 12;
const tagBytes = 16;

/**
 * Sixteen bytes that follow from the server's secret and a text: the same every time, and to whoever has
 * not the secret like random ones. As base64url.
 */
export function pseudorandom(secret: string, use: Use, text: string): string {
  const digest = createHmac('sha256', keyFor(secret, use)).update(text, 'utf8').digest();
  return digest.subarray(0, 16).toString('base64url');
}

/**
 * Seals a text with a key of the server (AES-256-GCM). It opens only with the same `bound`, so that what
 * was sealed for one user is worth nothing in the row of another.
 */
export function sealHere(secret: string, use: Use, bound: string, text: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, use), iv);
  cipher.setAAD(Buffer.from(bound, 'utf8'));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url')}`;
}

/** Opens what `sealHere` sealed; null for anything else, and after the server's secret was changed. */
export function openHere(secret: string, use: Use, bound: string, sealed: string): string | null {
  const [version, body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  if (version !== 'v1' || bytes.length < ivBytes + tagBytes) return null;
  const iv = bytes.subarray(0, ivBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, use), iv, {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = decipher.update(bytes.subarray(ivBytes, -tagBytes));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** HKDF (RFC 5869) of the secret that also signs cookies. */
function keyFor(secret: string, use: Use): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `weerklank ${use} v1`, 32));
}
