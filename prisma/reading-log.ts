import * as v from 'valibot';
import { type RoomId, SessionId, type Time } from '#lib/dialogue/id.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import { type Reading, ReadingKind } from '#lib/rights/record.ts';
import type { Database } from './client.ts';
import { rowsOf, whole } from './row.ts';

/** As far back as a screen shows them. */
const most = 500;

const ReadingRow = v.object({
  seat: Seat,
  what: ReadingKind,
  sessionId: v.nullable(SessionId),
  at: whole,
});

/** Who read what of a room since a moment, the latest first. */
export async function readingsOf(
  db: Database,
  roomId: RoomId,
  since: Time = 0,
): Promise<readonly Reading[]> {
  return rowsOf(
    ReadingRow,
    () => db.$queryRaw`
      SELECT "seat", "what", "sessionId", "at" FROM "Reading"
      WHERE "roomId" = ${roomId} AND "at" > ${since}
      ORDER BY "at" DESC, "id" DESC LIMIT ${most}`,
  );
}
