import type { Time, UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { Prisma } from './generated/client.ts';
import { patiently } from './patiently.ts';

/**
 * Hands what a guest has to the account they sign in to with the same browser: their seats, except in rooms
 * where the account has one, and with each the keyholders that they have there. The guest's stays end.
 * All of it or nothing, and nothing of somebody who has an account. Asking again is harmless.
 */
export async function bringGuest(
  db: Database,
  { guestId, userId, now }: { guestId: UserId; userId: UserId; now: Time },
): Promise<void> {
  const rooms = Prisma.sql`
    SELECT "roomId" FROM "Seat" WHERE "userId" = ${guestId}
      AND "roomId" NOT IN (SELECT "roomId" FROM "Seat" WHERE "userId" = ${userId})
      AND NOT EXISTS (SELECT 1 FROM "Account" WHERE "userId" = ${guestId})`;
  await patiently(() =>
    db.$transaction([
      // First of all: whoever loses a seat loses the keyholders that are still theirs (a trigger).
      db.$executeRaw`
        UPDATE "Keyholder" SET "userId" = ${userId}
        WHERE "userId" = ${guestId} AND "roomId" IN (${rooms})`,
      // Who has an account comes back by signing in: no link leads to their seat any more.
      db.$executeRaw`
        UPDATE "Invitation" SET "wrappedKey" = NULL, "withdrawnAt" = ${now}
        WHERE "redeemedAt" IS NULL AND "withdrawnAt" IS NULL AND "roomId" IN (${rooms})
          AND "seat" = (
            SELECT "seat" FROM "Seat"
            WHERE "Seat"."roomId" = "Invitation"."roomId" AND "Seat"."userId" = ${guestId})`,
      db.$executeRaw`
        UPDATE "Seat" SET "userId" = ${userId}
        WHERE "userId" = ${guestId} AND "roomId" IN (${rooms})`,
      db.$executeRaw`
        UPDATE "AuthSession" SET "endedAt" = ${now}
        WHERE "userId" = ${guestId} AND "endedAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Account" WHERE "userId" = ${guestId})`,
    ]),
  );
}
