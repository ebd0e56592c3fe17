import * as v from 'valibot';
import { RoomId, type Time, type UserId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** One of the two places as it stands in the database. */
export interface SeatEntry {
  taken: boolean;
  sealedName: string | null;
  /** When someone last left it for good; null when nobody did. */
  leftAt: Time | null;
}

/** A room as its owner finds it back. */
export interface RoomEntry {
  roomId: RoomId;
  seat: Seat;
  /** When its latest session was opened; null when there was none. */
  lastSessionAt: Time | null;
}

/** Where someone sits in a room, and since when. */
export interface Sitting {
  seat: Seat;
  takenAt: Time;
  /** When whoever sat there before left for good: what was said until then is not for this one. */
  leftAt: Time | null;
}

const SittingRow = v.object({ seat: Seat, takenAt: whole, leftAt: v.nullable(whole) });

/**
 * Makes a room with this user on seat a. The user must exist.
 * Refused with `exists` when someone else already sits there; asking the same again is harmless,
 * also when the first attempt was cut off between its two statements.
 */
export async function createRoom(
  db: Database,
  room: { roomId: RoomId; userId: UserId; sealedName: string; now: Time },
): Promise<Result<null, 'exists'>> {
  const { roomId, userId, sealedName, now } = room;
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Room" ("id", "createdAt") VALUES (${roomId}, ${now}) ON CONFLICT DO NOTHING`,
  );
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Seat" ("roomId", "seat", "userId", "sealedName", "takenAt")
      VALUES (${roomId}, 'a', ${userId}, ${sealedName}, ${now}) ON CONFLICT DO NOTHING`,
  );
  return (await seatOf(db, roomId, userId)) === 'a' ? accepted(null) : refused('exists');
}

/** The seat this user holds in this room, or null. */
export async function seatOf(db: Database, roomId: RoomId, userId: UserId): Promise<Seat | null> {
  return (await sittingOf(db, roomId, userId))?.seat ?? null;
}

/** The seat this user holds in this room and since when, or null. */
export async function sittingOf(
  db: Database,
  roomId: RoomId,
  userId: UserId,
): Promise<Sitting | null> {
  const row = await patiently(() =>
    db.seat.findUnique({ where: { roomId_userId: { roomId, userId } } }),
  );
  return row && v.parse(SittingRow, row);
}

/** Whose seat this is, and whether they have an account that proves it; null for a free one. */
export async function seatOwner(
  db: Database,
  roomId: RoomId,
  seat: Seat,
): Promise<{ hasAccount: boolean } | null> {
  const row = await patiently(() =>
    db.seat.findUnique({ where: { roomId_seat: { roomId, seat } } }),
  );
  const userId = row?.userId;
  if (!userId) return null;
  const account = await patiently(() => db.account.findUnique({ where: { userId } }));
  return { hasAccount: account !== null };
}

/** Whether a session is this one's to read: not when it was opened before their seat was left to them. */
export function isTheirs({ leftAt }: Pick<Sitting, 'leftAt'>, openedAt: Time): boolean {
  return leftAt === null || openedAt > leftAt;
}

/** Both seats of a room; those of a room that does not exist are free. */
export async function roomSeats(
  db: Database,
  roomId: RoomId,
): Promise<Readonly<Record<Seat, SeatEntry>>> {
  const rows = await patiently(() => db.seat.findMany({ where: { roomId } }));
  const entry = (seat: Seat): SeatEntry => {
    const row = rows.find((candidate) => candidate.seat === seat);
    return {
      taken: (row?.userId ?? null) !== null,
      sealedName: row?.sealedName ?? null,
      leftAt: v.parse(v.nullable(whole), row?.leftAt ?? null),
    };
  };
  return { a: entry('a'), b: entry('b') };
}

const Found = v.object({ roomId: RoomId, seat: Seat, lastSessionAt: v.nullable(whole) });

/** The rooms in which this user holds a seat, the one with the latest session first. */
export async function roomsOf(db: Database, userId: UserId): Promise<readonly RoomEntry[]> {
  return rowsOf(
    Found,
    () => db.$queryRaw`
      SELECT "Seat"."roomId", "seat",
        (SELECT max("openedAt") FROM "Session" WHERE "Session"."roomId" = "Seat"."roomId")
          AS "lastSessionAt"
      FROM "Seat" WHERE "userId" = ${userId}
      ORDER BY "lastSessionAt" DESC, "takenAt" DESC`,
  );
}
