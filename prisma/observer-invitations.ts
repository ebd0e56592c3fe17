import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { type Digest, InvitationId, RoomId, type Time, type UserId } from '#lib/dialogue/id.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import type { LinkOpened } from '#lib/observation.ts';
import { bothSeated } from './both-seated.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** How long a link for an observer can be used, in milliseconds. */
export const observerLinkTerm = 14 * 24 * 60 * 60_000;

/**
 * Makes a link for an observer, in a room where both partners sit, and withdraws the ones before it (a
 * trigger of the table). Asking the same again is harmless; an id that is taken changes nothing.
 */
export async function makeObserverInvitation(
  db: Database,
  invitation: {
    invitationId: InvitationId;
    roomId: RoomId;
    seat: Seat;
    tokenHash: Digest;
    now: Time;
  },
): Promise<void> {
  const { invitationId, roomId, seat, tokenHash, now } = invitation;
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "ObserverInvitation"
        ("id", "roomId", "seat", "tokenHash", "createdAt", "expiresAt")
      SELECT ${invitationId}, ${roomId}, ${seat}, ${tokenHash}, ${now}, ${now + observerLinkTerm}
      WHERE ${bothSeated(roomId)}
      ON CONFLICT DO NOTHING`,
  );
}

/** Takes back the link that can still be used, if there is one. Whom it brought before keeps their case. */
export async function withdrawObserverInvitation(
  db: Database,
  { roomId, now }: { roomId: RoomId; now: Time },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "ObserverInvitation" SET "withdrawnAt" = ${now}
      WHERE "roomId" = ${roomId} AND "redeemedAt" IS NULL AND "withdrawnAt" IS NULL`,
  );
}

const OpenRow = v.object({ id: InvitationId, seat: Seat, expiresAt: whole });

/** The link of this room that can still be used, or null. */
export async function openObserverInvitation(
  db: Database,
  roomId: RoomId,
  now: Time,
): Promise<{ invitationId: InvitationId; by: Seat; expiresAt: Time } | null> {
  const [row] = await rowsOf(
    OpenRow,
    () => db.$queryRaw`
      SELECT "id", "seat", "expiresAt" FROM "ObserverInvitation"
      WHERE "roomId" = ${roomId} AND "redeemedAt" IS NULL AND "withdrawnAt" IS NULL
        AND "expiresAt" > ${now}
      ORDER BY "createdAt" DESC LIMIT 1`,
  );
  return row ? { invitationId: row.id, by: row.seat, expiresAt: row.expiresAt } : null;
}

interface Opening {
  invitationId: InvitationId;
  tokenHash: Digest;
  /** Whoever opens it: a therapist. */
  userId: UserId;
  now: Time;
}

/**
 * Opens a link: from then on this therapist has a case with the room. Of any number who open it one has it,
 * and asking again is harmless. `own` does not use it up; neither does a room in which one of the two is
 * missing, whose link was withdrawn by that. A wrong token is answered as one that never was.
 */
export async function openObserverLink(db: Database, opening: Opening): Promise<LinkOpened> {
  const { invitationId, tokenHash, userId, now } = opening;
  const caseId = randomBytes(16).toString('base64url');
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Case" ("id", "roomId", "userId", "invitationId", "createdAt")
      SELECT ${caseId}, "roomId", ${userId}, "id", ${now} FROM "ObserverInvitation"
      WHERE "id" = ${invitationId} AND "tokenHash" = ${tokenHash} AND "redeemedAt" IS NULL
        AND "withdrawnAt" IS NULL AND "expiresAt" > ${now}
        AND NOT EXISTS (
          SELECT 1 FROM "Seat"
          WHERE "Seat"."roomId" = "ObserverInvitation"."roomId" AND "userId" = ${userId})
      ON CONFLICT DO NOTHING`,
  );
  // Who has a case there already has no other, and uses the link up all the same.
  await patiently(
    () => db.$executeRaw`
      UPDATE "ObserverInvitation" SET "redeemedAt" = ${now}
      WHERE "id" = ${invitationId} AND "tokenHash" = ${tokenHash} AND "redeemedAt" IS NULL
        AND "withdrawnAt" IS NULL AND "expiresAt" > ${now}
        AND EXISTS (
          SELECT 1 FROM "Case"
          WHERE "Case"."roomId" = "ObserverInvitation"."roomId" AND "userId" = ${userId}
            AND "endedAt" IS NULL)`,
  );
  return standingOf(db, opening);
}

const StandingRow = v.object({
  roomId: RoomId,
  standing: v.picklist(['open', 'own', 'used', 'withdrawn', 'expired']),
});

async function standingOf(
  db: Database,
  { invitationId, tokenHash, userId }: Opening,
): Promise<LinkOpened> {
  const [row] = await rowsOf(
    StandingRow,
    () => db.$queryRaw`
      SELECT "roomId", CASE
        WHEN EXISTS (
          SELECT 1 FROM "Case" WHERE "Case"."roomId" = "found"."roomId"
            AND "userId" = ${userId} AND "endedAt" IS NULL) THEN 'open'
        WHEN EXISTS (
          SELECT 1 FROM "Seat" WHERE "Seat"."roomId" = "found"."roomId"
            AND "userId" = ${userId}) THEN 'own'
        WHEN "redeemedAt" IS NOT NULL THEN 'used'
        WHEN "withdrawnAt" IS NOT NULL THEN 'withdrawn'
        ELSE 'expired' END AS "standing"
      FROM "ObserverInvitation" AS "found"
      WHERE "id" = ${invitationId} AND "tokenHash" = ${tokenHash}`,
  );
  if (!row) return { standing: 'unknown' };
  const { standing, roomId } = row;
  switch (standing) {
    case 'open':
      return { standing, roomId };
    case 'own':
    case 'used':
    case 'withdrawn':
    case 'expired':
      return { standing };
    default:
      return assertNever(standing);
  }
}
