import * as v from 'valibot';
import { ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import { Mode } from '#lib/dialogue/mode.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import type { Proposal } from '#lib/protocol.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** Puts an exercise forward in an existing room, in the place of whatever was put forward before. */
export async function propose(
  db: Database,
  { roomId, by, exercise, mode, now }: Proposal & { roomId: RoomId; now: Time },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Proposal" ("roomId", "seat", "exerciseId", "exerciseVersion", "mode", "at")
      VALUES (
        ${roomId}, ${by}, ${exercise.id}, ${exercise.version}, ${mode},
        -- After every session there is, also when the clock was set back since.
        max(${now}, coalesce((
          SELECT max("openedAt") + 1 FROM "Session" WHERE "roomId" = ${roomId}), 0)))
      ON CONFLICT ("roomId") DO UPDATE SET
        "seat" = excluded."seat", "exerciseId" = excluded."exerciseId",
        "exerciseVersion" = excluded."exerciseVersion", "mode" = excluded."mode",
        "at" = excluded."at"`,
  );
}

/** Takes back what was put forward, whoever asks, unless it is another by now; no trace of it stays. */
export async function retractProposal(
  db: Database,
  { roomId, by, exercise, mode }: Proposal & { roomId: RoomId },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "Proposal" WHERE "roomId" = ${roomId} AND "seat" = ${by} AND "mode" = ${mode}
        AND "exerciseId" = ${exercise.id} AND "exerciseVersion" = ${exercise.version}`,
  );
}

const ProposalRow = v.object({
  seat: Seat,
  exerciseId: v.string(),
  exerciseVersion: whole,
  mode: Mode,
});

/** What is put forward in a room; null when nothing is, or when a session was opened since. */
export async function proposalIn(db: Database, roomId: RoomId): Promise<Proposal | null> {
  const [row] = await rowsOf(
    ProposalRow,
    () => db.$queryRaw`
      SELECT "seat", "exerciseId", "exerciseVersion", "mode" FROM "Proposal"
      WHERE "roomId" = ${roomId} AND NOT EXISTS (
        SELECT 1 FROM "Session"
        WHERE "Session"."roomId" = "Proposal"."roomId" AND "openedAt" >= "at"
          AND EXISTS (SELECT 1 FROM "Event" WHERE "sessionId" = "Session"."id"))`,
  );
  if (!row) return null;
  const exercise = v.parse(ExerciseRef, { id: row.exerciseId, version: row.exerciseVersion });
  return { by: row.seat, exercise, mode: row.mode };
}
