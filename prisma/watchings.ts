import * as v from 'valibot';
import { ObservationId, type RoomId, SessionId, type Time } from '#lib/dialogue/id.ts';
import { Lens, lesserOf } from '#lib/dialogue/observer.ts';
import type { Watching } from '#lib/rights/record.ts';
import type { Database } from './client.ts';
import { rowsOf, whole } from './row.ts';

const WatchingRow = v.object({
  id: ObservationId,
  name: v.string(),
  role: v.string(),
  lensA: Lens,
  lensB: Lens,
  sessionId: v.nullable(SessionId),
  admittedAt: whole,
  endedAt: v.nullable(whole),
});

/** Whom both partners of a room let in since a moment, the latest first; for both to see. */
export async function watchingsIn(
  db: Database,
  roomId: RoomId,
  since: Time = 0,
): Promise<readonly Watching[]> {
  const rows = await rowsOf(
    WatchingRow,
    () => db.$queryRaw`
      SELECT * FROM "Observation"
      WHERE "roomId" = ${roomId} AND "admittedAt" IS NOT NULL AND "knockedAt" > ${since}
      ORDER BY "admittedAt" DESC, rowid DESC`,
  );
  return rows.map(({ id, lensA, lensB, admittedAt, endedAt, ...row }) => ({
    ...row,
    observation: id,
    lens: lesserOf(lensA, lensB),
    from: admittedAt,
    until: endedAt,
  }));
}
