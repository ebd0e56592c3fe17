import * as v from 'valibot';
import type { RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import { CaseId, CaseSeen } from '#lib/observation.ts';
import type { Database } from './client.ts';
import { carryOutErasure } from './erase.ts';
import { noteErasure } from './erasure-journal.ts';
import { rowsOf } from './row.ts';
import { emptyWriteAheadLog } from './write-ahead-log.ts';

const IdRow = v.object({ id: CaseId });

/** The standing that this therapist has with a room, admitted or not; null without one, or when it is over. */
export async function caseOf(
  db: Database,
  { roomId, userId }: { roomId: RoomId; userId: UserId },
): Promise<CaseId | null> {
  const [row] = await rowsOf(
    IdRow,
    () => db.$queryRaw`
      SELECT "id" FROM "Case"
      WHERE "roomId" = ${roomId} AND "userId" = ${userId} AND "endedAt" IS NULL`,
  );
  return row?.id ?? null;
}

const SeenRow = v.object({
  id: CaseId,
  name: v.string(),
  role: v.string(),
  verified: v.boolean(),
});

/** The therapists who may come back to this room, as both saw them when they last let them in. */
export async function casesIn(
  db: Database,
  roomId: RoomId,
): Promise<readonly v.InferOutput<typeof CaseSeen>[]> {
  const rows = await rowsOf(
    SeenRow,
    () => db.$queryRaw`
      SELECT "Case"."id", "name", "role", "verified" FROM "Case"
      JOIN "Observation" ON "Observation"."id" = (
        SELECT "id" FROM "Observation" AS "last"
        WHERE "last"."caseId" = "Case"."id" AND "last"."admittedAt" IS NOT NULL
        ORDER BY "last"."admittedAt" DESC LIMIT 1)
      WHERE "Case"."roomId" = ${roomId} AND "Case"."endedAt" IS NULL
      ORDER BY "Case"."createdAt", "Case"."id"`,
  );
  return v.parse(v.array(CaseSeen), rows);
}

/**
 * Ends a case, from either side: she watches no more, and what she gave between sessions goes, for good (an
 * entry in the journal of erasures). One of another room, or of somebody else, stays as it is.
 */
export async function endCase(
  db: Database,
  caseId: CaseId,
  { of, now }: { of: { roomId: RoomId } | { userId: UserId }; now: Time },
): Promise<void> {
  const where = { id: caseId, endedAt: null, ...of };
  if ((await db.case.count({ where })) === 0) return;
  await noteErasure(db, { kind: 'case', caseId }, now);
  await carryOutErasure(db, { kind: 'case', caseId }, now);
  await emptyWriteAheadLog(db);
}
