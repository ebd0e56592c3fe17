import { createHash } from 'node:crypto';
import { Digest } from '#lib/dialogue/id.ts';

/** SHA-256 of a token's characters: all that is stored of a link's token or a claim. */
export function digestOf(token: string): Digest {
  return Digest.parse(createHash('sha256').update(token, 'ascii').digest('base64url'));
}
