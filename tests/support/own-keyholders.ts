import * as v from 'valibot';
import type { RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import { type HolderId, HolderKind } from '#lib/keyholder.ts';
import type { Database } from '#prisma/client.ts';
import { patiently } from '#prisma/patiently.ts';
import { rowsOf, whole } from '#prisma/row.ts';

/** A device or an account that holds keys for somebody, however many rooms it does so in. */
const Owned = v.object({ id: v.string(), kind: HolderKind, addedAt: whole });

/** The keyholders of a user, as its database has them; the latest first. */
export async function keyholdersOf(
  db: Database,
  userId: UserId,
): Promise<readonly v.InferOutput<typeof Owned>[]> {
  return rowsOf(
    Owned,
    () => db.$queryRaw`
      SELECT "id", "kind", min("addedAt") AS "addedAt" FROM "Keyholder"
      WHERE "userId" = ${userId} AND "removedAt" IS NULL
      GROUP BY "id", "kind" ORDER BY "addedAt" DESC, "id"`,
  );
}

/**
 * Takes one of a user's keyholders out of all their rooms, or all of them out of one room. What it was
 * given goes; each of these rooms is due for another key until a member is there.
 */
export async function removeKeyholder(
  db: Database,
  {
    userId,
    of,
    now,
  }: { userId: UserId; of: { holderId: HolderId } | { roomId: RoomId }; now: Time },
): Promise<void> {
  const [holderId, roomId] = 'holderId' in of ? [of.holderId, null] : [null, of.roomId];
  await patiently(
    () => db.$executeRaw`
      UPDATE "Keyholder" SET "removedAt" = ${now}
      WHERE "userId" = ${userId} AND "removedAt" IS NULL
        AND ("id" = ${holderId} OR "roomId" = ${roomId})`,
  );
}
