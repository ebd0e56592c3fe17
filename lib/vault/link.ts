import * as v from 'valibot';
import { Digest, InvitationId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { sha256 } from './bytes.ts';
import { deriveBytes } from './derive.ts';
import { newSecret, Secret } from './secret.ts';

/** The 32 random bytes in the fragment of an invitation link. They never reach the server. */
export const LinkSecret = v.pipe(Secret, v.brand('LinkSecret'));
export type LinkSecret = v.InferOutput<typeof LinkSecret>;

export function newLinkSecret(): LinkSecret {
  return v.parse(LinkSecret, newSecret());
}

/**
 * The link one partner sends to the other: `<origin>/join#v1.<invitationId>.<base64url secret>`.
 * @param origin scheme, host and port, without a slash at the end.
 */
export function invitationLink(
  origin: string,
  invitationId: InvitationId,
  secret: LinkSecret,
): string {
  return `${origin}/join#v1.${invitationId}.${toBase64url(secret)}`;
}

/**
 * The link a partner sends to a therapist: `<origin>/observe#v1.<invitationId>.<base64url secret>`. Its
 * secret opens nothing: it only shows the server that she was asked.
 */
export function observerLink(
  origin: string,
  invitationId: InvitationId,
  secret: LinkSecret,
): string {
  return `${origin}/observe#v1.${invitationId}.${toBase64url(secret)}`;
}

/**
 * Reads the fragment of an invitation link, with or without its `#`. White space around it and
 * punctuation behind it, which chat programs take along, are dropped; anything else that is not
 * exactly as `invitationLink` or `observerLink` writes it is refused with `malformed`. Never throws.
 */
export function parseInvitationFragment(
  fragment: string,
): Result<{ invitationId: InvitationId; secret: LinkSecret }, 'malformed'> {
  const [, id, secretText] = /^\s*#?v1\.([\w-]{22})\.([\w-]{43})[\s.,;:!?)]*$/.exec(fragment) ?? [];
  const invitationId = v.safeParse(InvitationId, id);
  const secret = v.safeParse(LinkSecret, fromBase64url(secretText ?? ''));
  if (!invitationId.success || !secret.success) return refused('malformed');
  return accepted({ invitationId: invitationId.output, secret: secret.output });
}

/**
 * What is shown to the server to redeem the invitation: 43 characters of base64url, from the secret
 * by HKDF-SHA-256 (RFC 5869). It opens nothing.
 */
export async function tokenOf(secret: LinkSecret): Promise<string> {
  return toBase64url(await deriveBytes(secret, 'token'));
}

/**
 * What the server keeps of a token: base64url of SHA-256 over the 43 ASCII characters of the token
 * as it is sent, not over the 32 bytes they stand for. In Node:
 * `createHash('sha256').update(token, 'ascii').digest('base64url')`.
 */
export async function tokenHashOf(token: string): Promise<Digest> {
  return v.parse(Digest, toBase64url(await sha256(new TextEncoder().encode(token))));
}
