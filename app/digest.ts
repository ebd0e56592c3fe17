import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { Digest } from '#lib/dialogue/id.ts';

/** SHA-256 of a token's characters: all that is stored of a link's token or a claim. */
export function digestOf(token: string): Digest {
  return v.parse(Digest, createHash('sha256').update(token, 'ascii').digest('base64url'));
}
