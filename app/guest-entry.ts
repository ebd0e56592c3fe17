import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import type { AuthSessionId } from '#lib/auth.ts';
import { type Time, UserId } from '#lib/dialogue/id.ts';
import type { Entry } from '#lib/entry.ts';
import { env } from '#lib/env.ts';
import { can } from '#lib/rights/can.ts';
import { actorOf } from '#prisma/actor.ts';
import { authTerms, beginAuthSession, visitOf } from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { noteConsent } from '#prisma/consents.ts';
import { invitationStanding, redeemInvitation } from '#prisma/redemption.ts';
import { createRoom } from '#prisma/rooms.ts';
import { database } from '#prisma/shared.ts';
import { createUser, dropUser } from '#prisma/users.ts';
import { deviceName } from './device-name.ts';
import { digestOf } from './digest.ts';
import { log } from './log.ts';

/**
 * Gives a device a seat: whoever has the device keeps the seats they already have, and a new device is
 * somebody new. Whoever may not come in like this, or finds no seat, gets null and leaves no row behind.
 */
export async function enterAsGuest(
  entry: Entry,
  headers: Readonly<Record<string, string>>,
): Promise<{ userId: UserId; authSessionId: AuthSessionId } | null> {
  const db = await database();
  const now = Date.now();
  const visit = await visitOf(db, headers['cookie'], env(), now);
  const actor = await actorOf(db, visit);
  if (!can(actor, 'entry:guest')) {
    log().warn('denied', { code: 'entry:guest' });
    return null;
  }
  if (!(await isOpen(db, entry, now))) return null;
  const userId = visit?.userId ?? v.parse(UserId, randomBytes(16).toString('base64url'));
  if (!visit) await createUser(db, userId);
  if (!(await sitDown(db, entry, userId, now))) {
    if (!visit) await dropUser(db, userId);
    return null;
  }
  await noteConsent(db, { userId, text: 'guest', version: entry.consent, now });
  if (visit) return visit;
  const device = deviceName(headers['user-agent']);
  const term = authTerms.guest;
  const authSessionId = await beginAuthSession(db, { userId, way: 'guest', device, term, now });
  return { userId, authSessionId };
}

/** Whether there is anything to sit down for, so that a wrong link writes nothing at all. */
async function isOpen(db: Database, entry: Entry, now: Time): Promise<boolean> {
  if (entry.intent === 'start') return true;
  const { invitationId, token, claim } = entry;
  const asked = { invitationId, tokenHash: digestOf(token), claimHash: digestOf(claim), now };
  const { standing } = await invitationStanding(db, asked);
  return standing === 'open' || standing === 'yours';
}

async function sitDown(db: Database, entry: Entry, userId: UserId, now: Time): Promise<boolean> {
  const { sealedName } = entry;
  if (entry.intent === 'start') {
    const { roomId } = entry;
    return (await createRoom(db, { roomId, userId, sealedName, now })).ok;
  }
  const { invitationId, token, claim } = entry;
  const proof = { tokenHash: digestOf(token), claimHash: digestOf(claim) };
  return (await redeemInvitation(db, { invitationId, ...proof, userId, sealedName, now })).ok;
}
