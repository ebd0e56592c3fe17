import * as v from 'valibot';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { Standing } from '#lib/entry.ts';
import { consentVersions } from '#lib/rights/consent.ts';
import { parseInvitationFragment, tokenOf } from '#lib/vault/link.ts';
import { sealName } from '#lib/vault/name.ts';
import { newId, newRoomId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys, RoomKeys } from '#lib/vault/room-keys.ts';
import { unwrapRoomKey } from '#lib/vault/wrap.ts';

/** Someone with a seat in a room, as a browser would be after the first two pages. */
export interface Guest {
  url: string;
  roomId: RoomId;
  seat: Seat;
  keys: RoomKeys;
  /** The `Cookie` header that remembers the seat. */
  cookie: string;
}

const Csrf = v.object({ csrfToken: v.string() });

/** Starts a room over HTTP. Throws when the server does not let it. */
export async function startRoom(url: string, name: string): Promise<Guest> {
  const roomId = newRoomId();
  const roomKey = newRoomKey();
  const sealedName = await sealName(roomKey, roomId, 'a', name);
  if (!sealedName.ok) throw new Error('A name that cannot be sealed');
  const cookie = await signIn(url, { intent: 'start', roomId, sealedName: sealedName.value });
  return { url, roomId, seat: 'a', keys: firstKeys(roomKey), cookie };
}

/** Takes the seat that an invitation link is for. Throws when the link is not open. */
export async function acceptLink(url: string, link: string, name: string): Promise<Guest> {
  const parsed = parseInvitationFragment(new URL(link).hash);
  if (!parsed.ok) throw new Error('A link that cannot be read');
  const { invitationId, secret } = parsed.value;
  const token = await tokenOf(secret);
  const claim = newId();
  const answer = await fetch(`${url}/api/invitations/standing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ invitationId, token, claim }),
  });
  const standing = v.parse(Standing, await answer.json());
  if (standing.standing !== 'open') throw new Error(`An invitation that is ${standing.standing}`);
  const { roomId, seat, wrappedKey } = standing;
  const roomKey = await unwrapRoomKey(secret, { roomId, invitationId, seat }, wrappedKey);
  if (!roomKey.ok) throw new Error('A room key that does not open');
  const sealedName = await sealName(roomKey.value.key, roomId, seat, name);
  if (!sealedName.ok) throw new Error('A name that cannot be sealed');
  const cookie = await signIn(url, {
    intent: 'join',
    invitationId,
    token,
    claim,
    sealedName: sealedName.value,
  });
  return { url, roomId, seat, keys: new RoomKeys(roomKey.value), cookie };
}

async function signIn(url: string, credentials: Record<string, string>): Promise<string> {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = v.parse(Csrf, await csrf.json());
  const answer = await fetch(`${url}/api/auth/callback/guest`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookiesOf(csrf),
      origin: url,
    },
    body: new URLSearchParams({
      ...credentials,
      consent: String(consentVersions.guest),
      csrfToken,
      callbackUrl: '/',
      json: 'true',
    }),
  });
  const cookie = cookiesOf(answer);
  if (!answer.ok || !cookie.includes('weerklank-auth=')) {
    throw new Error(`Not let in: ${answer.status}`);
  }
  return cookie;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
