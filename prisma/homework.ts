import * as v from 'valibot';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { CaseId, Homework } from '#lib/observation.ts';
import { homeworkFor } from '#lib/told-to-one.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** A row of homework as the database hands it over. */
export const HomeworkRow = v.object({
  id: v.string(),
  caseId: CaseId,
  exerciseId: v.string(),
  exerciseVersion: whole,
  epoch: whole,
  sealedLine: v.nullable(v.string()),
  givenAt: whole,
  declinedAt: v.nullable(whole),
  sharedA: v.boolean(),
  sharedB: v.boolean(),
});

/** Homework as it stands, with who said what. */
export function homeworkFrom(row: v.InferOutput<typeof HomeworkRow>): Homework {
  const { exerciseId, exerciseVersion, sharedA, sharedB, ...rest } = row;
  return v.parse(Homework, {
    ...rest,
    exercise: { id: exerciseId, version: exerciseVersion },
    shared: { a: sharedA, b: sharedB },
  });
}

/** What a couple was given to do between sessions, the latest first, as the partner in this seat sees it. */
export async function homeworkIn(
  db: Database,
  roomId: RoomId,
  you: Seat,
): Promise<readonly Homework[]> {
  const rows = await rowsOf(
    HomeworkRow,
    () => db.$queryRaw`
      SELECT * FROM "Homework" WHERE "roomId" = ${roomId} ORDER BY "givenAt" DESC, "id"`,
  );
  return rows.map((row) => homeworkFor(you, homeworkFrom(row)));
}

/** Notes that this couple would rather not do it. The first moment stays. */
export async function declineHomework(
  db: Database,
  { id, roomId, now }: { id: string; roomId: RoomId; now: Time },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Homework" SET "declinedAt" = ${now}
      WHERE "id" = ${id} AND "roomId" = ${roomId} AND "declinedAt" IS NULL`,
  );
}

/** Notes that, as far as this partner is concerned, she may know that it was done. */
export async function shareHomework(
  db: Database,
  { id, roomId, seat }: { id: string; roomId: RoomId; seat: Seat },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Homework" SET
        "sharedA" = "sharedA" OR ${seat === 'a' ? 1 : 0},
        "sharedB" = "sharedB" OR ${seat === 'b' ? 1 : 0}
      WHERE "id" = ${id} AND "roomId" = ${roomId} AND "declinedAt" IS NULL`,
  );
}
