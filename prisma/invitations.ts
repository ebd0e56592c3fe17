import * as v from 'valibot';
import { type Digest, InvitationId, type RoomId, type Time } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** How long an invitation can be used, in milliseconds. */
export const invitationTerm = 72 * 60 * 60_000;

const Made = v.object({ expiresAt: whole });

/**
 * Makes an invitation for a seat of an existing room, and withdraws every earlier one for that seat
 * in the same statement (a trigger of the table). Asking the same again is harmless.
 * Refused with `exists` when the id is taken by another invitation.
 */
export async function makeInvitation(
  db: Database,
  invitation: {
    invitationId: InvitationId;
    roomId: RoomId;
    seat: Seat;
    tokenHash: Digest;
    wrappedKey: string;
    now: Time;
  },
): Promise<Result<{ expiresAt: Time }, 'exists'>> {
  const { invitationId, roomId, seat, tokenHash, wrappedKey, now } = invitation;
  const [made] = await rowsOf(
    Made,
    () => db.$queryRaw`
      INSERT INTO "Invitation"
        ("id", "roomId", "seat", "tokenHash", "wrappedKey", "createdAt", "expiresAt")
      VALUES (${invitationId}, ${roomId}, ${seat}, ${tokenHash}, ${wrappedKey}, ${now},
        ${now + invitationTerm})
      ON CONFLICT ("id") DO UPDATE SET "id" = "id"
        WHERE "roomId" = ${roomId} AND "seat" = ${seat} AND "tokenHash" = ${tokenHash}
      RETURNING "expiresAt"`,
  );
  return made ? accepted(made) : refused('exists');
}

/**
 * Takes an invitation back, so that neither the seat nor the key can be had through it.
 * @returns whether it is withdrawn now; false when there is none in this room or it was used.
 */
export async function withdrawInvitation(
  db: Database,
  { roomId, invitationId, now }: { roomId: RoomId; invitationId: InvitationId; now: Time },
): Promise<boolean> {
  const changed = await patiently(
    () => db.$executeRaw`
      UPDATE "Invitation"
      SET "withdrawnAt" = coalesce("withdrawnAt", ${now}), "wrappedKey" = NULL
      WHERE "id" = ${invitationId} AND "roomId" = ${roomId} AND "redeemedAt" IS NULL`,
  );
  return changed > 0;
}

const Open = v.object({ id: InvitationId, seat: Seat, expiresAt: whole });

/** The latest invitation of this room that can still be used, or null. */
export async function openInvitation(
  db: Database,
  roomId: RoomId,
  now: Time,
): Promise<{ invitationId: InvitationId; seat: Seat; expiresAt: Time } | null> {
  const row = await patiently(() =>
    db.invitation.findFirst({
      where: { roomId, redeemedAt: null, withdrawnAt: null, expiresAt: { gt: BigInt(now) } },
      orderBy: { createdAt: 'desc' },
    }),
  );
  if (!row) return null;
  const { id, seat, expiresAt } = v.parse(Open, row);
  return { invitationId: id, seat, expiresAt };
}

/**
 * Forgets the keys of invitations that nobody can use any more: for a sweeper.
 */
export async function forgetSpentKeys(db: Database, now: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Invitation" SET "wrappedKey" = NULL
      WHERE "wrappedKey" IS NOT NULL AND "expiresAt" <= ${now}`,
  );
}
