import * as v from 'valibot';
import { type RoomId, SessionId, type Time } from '#lib/dialogue/id.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import { type Reading, ReadingKind } from '#lib/rights/record.ts';
import type { Database } from './client.ts';
import { rowsOf, whole } from './row.ts';

/** Readings this close to each other are one for whoever looks, in milliseconds. */
const closeBy = 10 * 60_000;
/** Keys are read at many visits: as many of each partner's as a screen shows. */
const mostOfKeys = 100;

const ReadingRow = v.object({
  seat: Seat,
  what: ReadingKind,
  sessionId: v.nullable(SessionId),
  at: whole,
  times: whole,
});

/**
 * Who read what of a room since a moment, the latest first. Readings of the same thing by the same one,
 * each within ten minutes of the next, are one. However often somebody reads, no reading of words is
 * left out for it.
 */
export async function readingsOf(
  db: Database,
  roomId: RoomId,
  since: Time = 0,
): Promise<readonly Reading[]> {
  return rowsOf(
    ReadingRow,
    () => db.$queryRaw`
      WITH "Marked" AS (
        SELECT *, coalesce("at" - lag("at") OVER (
          PARTITION BY "seat", "what", "sessionId" ORDER BY "at", "id") > ${closeBy}, 1) AS "first"
        FROM "Reading" WHERE "roomId" = ${roomId} AND "at" > ${since}
      ), "Numbered" AS (
        SELECT *, sum("first") OVER (
          PARTITION BY "seat", "what", "sessionId" ORDER BY "at", "id") AS "visit"
        FROM "Marked"
      ), "Merged" AS (
        SELECT "seat", "what", "sessionId", max("at") AS "at", max("id") AS "id", count(*) AS "times"
        FROM "Numbered" GROUP BY "seat", "what", "sessionId", "visit"
      ), "Ranked" AS (
        SELECT *, row_number() OVER (
          PARTITION BY "seat", "what" ORDER BY "at" DESC, "id" DESC) AS "rank"
        FROM "Merged"
      )
      SELECT "seat", "what", "sessionId", "at", "times" FROM "Ranked"
      WHERE "what" <> 'keys' OR "rank" <= ${mostOfKeys}
      ORDER BY "at" DESC, "id" DESC`,
  );
}
