import * as v from 'valibot';
import { type RoomId, SessionId, type Time } from '#lib/dialogue/id.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import { Months } from '#lib/rights/retention.ts';
import type { Database } from './client.ts';
import { removeSession } from './erase.ts';
import { noteErasure } from './erasure-journal.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** Notes for how long the owner of a seat wants sessions to be kept. */
export async function setRetention(
  db: Database,
  { roomId, seat, months }: { roomId: RoomId; seat: Seat; months: Months },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Seat" SET "retentionMonths" = ${months}
      WHERE "roomId" = ${roomId} AND "seat" = ${seat}`,
  );
}

const WishRow = v.object({ seat: Seat, retentionMonths: v.pipe(whole, Months) });

/** For how long each of the two wants sessions to be kept; a year for whoever was never there. */
export async function retentionIn(
  db: Database,
  roomId: RoomId,
): Promise<Readonly<Record<Seat, Months>>> {
  const rows = await rowsOf(
    WishRow,
    () => db.$queryRaw`SELECT "seat", "retentionMonths" FROM "Seat" WHERE "roomId" = ${roomId}`,
  );
  const of = (seat: Seat) => rows.find((row) => row.seat === seat)?.retentionMonths ?? 12;
  return { a: of('a'), b: of('b') };
}

const Expired = v.object({ sessionId: SessionId });

/**
 * The sessions, in every room, that ended longer ago than the shorter wish of the two. Never one that
 * is open. Months are those of the calendar.
 */
export async function expiredSessions(db: Database, now: Time): Promise<readonly SessionId[]> {
  const rows = await rowsOf(
    Expired,
    () => db.$queryRaw`
      SELECT "Session"."id" AS "sessionId" FROM "Session"
      JOIN (
        SELECT "roomId", min("retentionMonths") AS "months" FROM "Seat" GROUP BY "roomId"
      ) AS "Wish" ON "Wish"."roomId" = "Session"."roomId"
      WHERE "endedAt" IS NOT NULL
        AND "endedAt" < 1000 * unixepoch(${now} / 1000, 'unixepoch', '-' || "months" || ' months')`,
  );
  return rows.map(({ sessionId }) => sessionId);
}

/** Removes a session whose term is over: its events, who read it, and itself. */
export async function forgetSession(db: Database, sessionId: SessionId, now: Time): Promise<void> {
  await noteErasure(db, { kind: 'session', sessionId }, now);
  await removeSession(db, sessionId, now);
}

/** Forgets who read what before the sessions that are still kept; two years for the longest wish. */
export async function forgetOldReadings(db: Database, now: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "Reading" WHERE "at" < 1000 * unixepoch(${now} / 1000, 'unixepoch', '-24 months')`,
  );
}
