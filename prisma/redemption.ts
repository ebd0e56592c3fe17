import * as v from 'valibot';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { Digest, type InvitationId, RoomId, type Time, type UserId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** What an invitation leads to, for whoever may still use it. */
export interface Way {
  roomId: RoomId;
  seat: Seat;
  /** The room's key, wrapped with the link's secret. */
  wrappedKey: string;
}

/**
 * How an invitation stands. `open` can be redeemed; `yours` was redeemed by this very claim and can
 * be asked for again. `unknown` is also the answer to a wrong token.
 */
export type InvitationStanding =
  | ({ standing: 'open' | 'yours' } & Way)
  | { standing: 'used' | 'expired' | 'withdrawn' | 'unknown' };

const InvitationRow = v.object({
  roomId: RoomId,
  seat: Seat,
  wrappedKey: v.nullable(v.string()),
  expiresAt: whole,
  redeemedAt: v.nullable(whole),
  claimHash: v.nullable(Digest),
  withdrawnAt: v.nullable(whole),
});

/**
 * How an invitation stands for whoever shows its token.
 * @param claimHash digest of the secret the asker redeems with; null when they have none yet.
 */
export async function invitationStanding(
  db: Database,
  asked: {
    invitationId: InvitationId;
    tokenHash: Digest;
    claimHash: Digest | null;
    now: Time;
  },
): Promise<InvitationStanding> {
  const { invitationId, tokenHash, claimHash, now } = asked;
  const found = await patiently(() =>
    db.invitation.findFirst({ where: { id: invitationId, tokenHash } }),
  );
  if (!found) return { standing: 'unknown' };
  const row = v.parse(InvitationRow, found);
  const { roomId, seat, wrappedKey } = row;
  const mine = row.claimHash !== null && row.claimHash === claimHash;
  if (row.redeemedAt !== null && !mine) return { standing: 'used' };
  if (row.withdrawnAt !== null) return { standing: 'withdrawn' };
  if (row.expiresAt <= now || wrappedKey === null) return { standing: 'expired' };
  return { standing: mine ? 'yours' : 'open', roomId, seat, wrappedKey };
}

/** The room that an invitation is or was for, for whoever shows its token. */
export async function roomOfInvitation(
  db: Database,
  { invitationId, tokenHash }: { invitationId: InvitationId; tokenHash: Digest },
): Promise<RoomId | null> {
  const found = await patiently(() =>
    db.invitation.findFirst({ where: { id: invitationId, tokenHash } }),
  );
  return found && v.parse(InvitationRow, found).roomId;
}

/** Why an invitation could not be redeemed; `own` when the asker already holds the other seat. */
export type RedemptionRefusal = 'used' | 'expired' | 'withdrawn' | 'unknown' | 'own';

export interface Redemption {
  invitationId: InvitationId;
  tokenHash: Digest;
  /** Digest of a secret the joiner made once and keeps until the answer has come. */
  claimHash: Digest;
  /** Must exist. */
  userId: UserId;
  sealedName: string;
  now: Time;
}

const Redeemed = v.object({ roomId: RoomId, seat: Seat });

/**
 * Uses an invitation: puts the user and the name on the seat, in place of whoever held it. Of any
 * number of claims one wins; the same claim again wins again until the invitation runs out or a newer
 * one is made for the seat. `own` does not use it up.
 *
 * Two statements: the first claims the invitation, the second takes the seat while the claim holds.
 * Cut off between them, the same claim asked again completes it.
 */
export async function redeemInvitation(
  db: Database,
  redemption: Redemption,
): Promise<Result<{ roomId: RoomId; seat: Seat }, RedemptionRefusal>> {
  await claim(db, redemption);
  const [taken] = await takeSeat(db, redemption);
  if (taken) return accepted(taken);
  const { standing } = await invitationStanding(db, redemption);
  switch (standing) {
    case 'open':
    case 'yours':
      return refused('own');
    case 'used':
    case 'expired':
    case 'withdrawn':
    case 'unknown':
      return refused(standing);
    default:
      return assertNever(standing);
  }
}

async function claim(db: Database, redemption: Redemption): Promise<void> {
  const { invitationId, tokenHash, claimHash, userId, now } = redemption;
  await patiently(
    () => db.$executeRaw`
      UPDATE "Invitation" SET "redeemedAt" = ${now}, "claimHash" = ${claimHash}
      WHERE "id" = ${invitationId} AND "tokenHash" = ${tokenHash} AND "redeemedAt" IS NULL
        AND "withdrawnAt" IS NULL AND "expiresAt" > ${now}
        AND NOT EXISTS (
          SELECT 1 FROM "Seat" WHERE "Seat"."roomId" = "Invitation"."roomId"
            AND "Seat"."seat" <> "Invitation"."seat" AND "userId" = ${userId})`,
  );
}

function takeSeat(db: Database, redemption: Redemption) {
  const { invitationId, tokenHash, claimHash, userId, sealedName, now } = redemption;
  return rowsOf(
    Redeemed,
    () => db.$queryRaw`
      INSERT INTO "Seat" ("roomId", "seat", "userId", "sealedName", "takenAt")
      SELECT "roomId", "seat", ${userId}, ${sealedName}, ${now} FROM "Invitation"
      WHERE "id" = ${invitationId} AND "tokenHash" = ${tokenHash} AND "claimHash" = ${claimHash}
        AND "withdrawnAt" IS NULL AND "expiresAt" > ${now}
        AND NOT EXISTS (
          SELECT 1 FROM "Seat" AS "other" WHERE "other"."roomId" = "Invitation"."roomId"
            AND "other"."seat" <> "Invitation"."seat" AND "other"."userId" = ${userId})
      ON CONFLICT ("roomId", "seat") DO UPDATE SET
        "userId" = excluded."userId", "sealedName" = excluded."sealedName",
        "takenAt" = excluded."takenAt"
      RETURNING "roomId", "seat"`,
  );
}
