import { encode } from 'next-auth/jwt';
import { authCookieAge, authCookieName } from '#lib/auth.ts';
import type { UserId } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { parseInvitationFragment, tokenHashOf, tokenOf } from '#lib/vault/link.ts';
import { sealName } from '#lib/vault/name.ts';
import { newId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys } from '#lib/vault/room-keys.ts';
import { authTerms, beginAuthSession } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { makeInvitation } from '#prisma/invitations.ts';
import { redeemInvitation } from '#prisma/redemption.ts';
import { createRoom } from '#prisma/rooms.ts';
import { createUser } from '#prisma/users.ts';
import { fresh } from '#tests/contract/database-file.ts';
import type { Guest } from '../../scripts/drive/guest.ts';
import { keys } from './realtime-settings.ts';

/** The `Cookie` header of a device with which this user comes in as a guest. */
export async function cookieOf(
  db: Database,
  userId: UserId,
  { secret = keys.secret, maxAge = authCookieAge } = {},
): Promise<string> {
  await createUser(db, userId);
  const term = authTerms.guest;
  const now = Date.now();
  const sid = await beginAuthSession(db, { userId, way: 'guest', device: '', term, now });
  const token = await encode({ token: { sub: userId, sid }, secret, maxAge });
  return `${authCookieName(false)}=${token}`;
}

/** A room with someone in its first seat, as signing in would leave it. */
export async function roomStartedBy(db: Database, url: string, name = 'An'): Promise<Guest> {
  const roomId = fresh.room();
  const keys = firstKeys(newRoomKey());
  const userId = fresh.user();
  await createUser(db, userId);
  const sealedName = await sealed(sealName(keys.current, roomId, 'a', name));
  await createRoom(db, { roomId, userId, sealedName, now: Date.now() });
  return { url, roomId, seat: 'a', keys, cookie: await cookieOf(db, userId) };
}

/** Somebody new takes a seat with an invitation link. Null when the link does not let them in. */
export async function joinWith(
  db: Database,
  link: string,
  { url, roomId, keys, seat }: Omit<Guest, 'cookie'>,
  name = 'Bo',
): Promise<Guest | null> {
  const parsed = parseInvitationFragment(new URL(link).hash);
  if (!parsed.ok) throw new Error('A link that cannot be read');
  const userId = fresh.user();
  await createUser(db, userId);
  const redeemed = await redeemInvitation(db, {
    invitationId: parsed.value.invitationId,
    tokenHash: await tokenHashOf(await tokenOf(parsed.value.secret)),
    claimHash: await tokenHashOf(newId()),
    userId,
    sealedName: await sealed(sealName(keys.current, roomId, seat, name)),
    now: Date.now(),
  });
  return redeemed.ok ? { url, roomId, keys, seat, cookie: await cookieOf(db, userId) } : null;
}

/** Puts a new user on a seat of this room, in the place of whoever sits there. */
export async function seatTaken(db: Database, room: Guest, seat: Seat): Promise<Guest> {
  const { url, roomId, keys } = room;
  const userId = fresh.user();
  await createUser(db, userId);
  const invitationId = fresh.invitation();
  const tokenHash = fresh.digest();
  const now = Date.now();
  await makeInvitation(db, { invitationId, roomId, seat, tokenHash, wrappedKey: 'wrapped', now });
  const sealedName = await sealed(sealName(keys.current, roomId, seat, 'Bo'));
  const claimHash = fresh.digest();
  await redeemInvitation(db, { invitationId, tokenHash, claimHash, userId, sealedName, now });
  return { url, roomId, keys, seat, cookie: await cookieOf(db, userId) };
}

/** A room with both its partners. */
export async function coupleIn(db: Database, url: string): Promise<Record<Seat, Guest>> {
  const a = await roomStartedBy(db, url);
  return { a, b: await seatTaken(db, a, 'b') };
}

async function sealed(sealing: ReturnType<typeof sealName>): Promise<string> {
  const name = await sealing;
  if (!name.ok) throw new Error('A name that cannot be sealed');
  return name.value;
}
