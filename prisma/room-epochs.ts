import * as v from 'valibot';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Rotation } from '#lib/keyholder.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { whole } from './row.ts';

/** Which key of a room is in use, and whether somebody who held it is a keyholder no more. */
export interface KeyState {
  epoch: number;
  rotationDue: boolean;
}

const StateRow = v.object({ epoch: whole, dueEpoch: whole });

/** How the keys of a room stand; those of one that does not exist are in their first epoch. */
export async function keyStateOf(db: Database, roomId: RoomId): Promise<KeyState> {
  const row = await patiently(() => db.room.findUnique({ where: { id: roomId } }));
  if (!row) return { epoch: firstEpoch, rotationDue: false };
  const { epoch, dueEpoch } = v.parse(StateRow, row);
  return { epoch, rotationDue: dueEpoch > epoch };
}

/**
 * Puts a new key in use in a room, gives it to those who stay, and withdraws every invitation that
 * holds the key before it. All of it or nothing. Asking the same again is harmless.
 * Refused with `stale-epoch` when the new epoch is not the next one: of two at once the first stays.
 * Also when somebody who holds the former key, and is not to be left out, came after it was made.
 * @param leaveOut a seat whose keyholders lose the keys by it.
 */
export async function rotateKeys(
  db: Database,
  rotating: { roomId: RoomId; by: Seat; rotation: Rotation; leaveOut: Seat | null; now: Time },
): Promise<Result<null, 'stale-epoch'>> {
  const { roomId, by, rotation, leaveOut, now } = rotating;
  const { epoch, sealedPrevious } = rotation;
  const former = epoch - 1;
  const holders = JSON.stringify(rotation.holders);
  const seen = JSON.stringify(rotation.seen);
  // Each statement looks for what the first one writes, and the epoch that only the last one changes.
  await patiently(() =>
    db.$transaction([
      db.$executeRaw`
        INSERT INTO "RoomEpoch" ("roomId", "epoch", "sealedPrevious", "by", "at")
        SELECT "id", ${epoch}, ${sealedPrevious}, ${by}, ${now} FROM "Room"
        WHERE "id" = ${roomId} AND "epoch" = ${former} AND NOT EXISTS (
          SELECT 1 FROM "Keyholder" JOIN "Seat"
            ON "Seat"."roomId" = "Keyholder"."roomId" AND "Seat"."userId" = "Keyholder"."userId"
          WHERE "Keyholder"."roomId" = ${roomId} AND "removedAt" IS NULL
            AND "Keyholder"."epoch" = ${former} AND "seat" IS NOT ${leaveOut}
            AND "Keyholder"."id" NOT IN (SELECT value FROM json_each(${seen})))`,
      db.$executeRaw`
        UPDATE "Keyholder" SET "removedAt" = ${now}
        WHERE "roomId" = ${roomId} AND "removedAt" IS NULL
          AND "userId" IN (
            SELECT "userId" FROM "Seat" WHERE "roomId" = ${roomId} AND "seat" = ${leaveOut})
          AND EXISTS (
            SELECT 1 FROM "Room" JOIN "RoomEpoch" ON "RoomEpoch"."roomId" = "Room"."id"
            WHERE "Room"."id" = ${roomId} AND "Room"."epoch" = ${former}
              AND "RoomEpoch"."epoch" = ${epoch} AND "sealedPrevious" = ${sealedPrevious})`,
      db.$executeRaw`
        INSERT INTO "KeyEnvelope" ("roomId", "holderId", "epoch", "envelope")
        SELECT ${roomId}, "Keyholder"."id", ${epoch}, value ->> 'envelope'
        FROM json_each(${holders}) JOIN "Keyholder"
          ON "Keyholder"."roomId" = ${roomId} AND "Keyholder"."id" = value ->> 'id'
        WHERE "removedAt" IS NULL
          AND EXISTS (
            SELECT 1 FROM "Room" JOIN "RoomEpoch" ON "RoomEpoch"."roomId" = "Room"."id"
            WHERE "Room"."id" = ${roomId} AND "Room"."epoch" = ${former}
              AND "RoomEpoch"."epoch" = ${epoch} AND "sealedPrevious" = ${sealedPrevious})
        ON CONFLICT DO NOTHING`,
      db.$executeRaw`
        UPDATE "Keyholder" SET "epoch" = ${epoch}, "tag" = (
          SELECT value ->> 'tag' FROM json_each(${holders}) WHERE value ->> 'id' = "Keyholder"."id")
        WHERE "roomId" = ${roomId} AND "removedAt" IS NULL
          AND "id" IN (SELECT value ->> 'id' FROM json_each(${holders}))
          AND EXISTS (
            SELECT 1 FROM "Room" JOIN "RoomEpoch" ON "RoomEpoch"."roomId" = "Room"."id"
            WHERE "Room"."id" = ${roomId} AND "Room"."epoch" = ${former}
              AND "RoomEpoch"."epoch" = ${epoch} AND "sealedPrevious" = ${sealedPrevious})`,
      db.$executeRaw`
        UPDATE "Room" SET "epoch" = ${epoch}
        WHERE "id" = ${roomId} AND "epoch" = ${former} AND EXISTS (
          SELECT 1 FROM "RoomEpoch" WHERE "roomId" = ${roomId}
            AND "RoomEpoch"."epoch" = ${epoch} AND "sealedPrevious" = ${sealedPrevious})`,
    ]),
  );
  const row = await patiently(() =>
    db.roomEpoch.findUnique({ where: { roomId_epoch: { roomId, epoch } } }),
  );
  return row?.sealedPrevious === sealedPrevious ? accepted(null) : refused('stale-epoch');
}
