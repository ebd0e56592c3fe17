import * as v from 'valibot';
import { type RoomId, SessionId } from '#lib/dialogue/id.ts';
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

/** Who read what of a room, the latest first. */
export async function readingsOf(db: Database, roomId: RoomId): Promise<readonly Reading[]> {
  return rowsOf(
    ReadingRow,
    () => db.$queryRaw`
      SELECT "seat", "what", "sessionId", "at" FROM "Reading" WHERE "roomId" = ${roomId}
      ORDER BY "at" DESC, "id" DESC LIMIT ${most}`,
  );
}
