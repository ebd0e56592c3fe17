import * as v from 'valibot';
import { type Case, type Desk, DeskItem, Waiting, Watched } from '#lib/desk.ts';
import { RoomId, type UserId } from '#lib/dialogue/id.ts';
import { Appointment, CaseId, type Homework, Profile } from '#lib/observation.ts';
import { AppointmentRow } from './appointments.ts';
import type { Database } from './client.ts';
import { HomeworkRow, homeworkFrom } from './homework.ts';
import { rowsOf, whole } from './row.ts';

const OwnerRow = v.object({
  name: v.nullable(v.string()),
  statedRole: v.nullable(v.string()),
  roleVerifiedAt: v.nullable(whole),
});
const CaseRow = v.object({
  id: CaseId,
  roomId: RoomId,
  createdAt: whole,
  admittedAt: v.nullable(whole),
  endedAt: v.nullable(whole),
});
const WatchedRow = v.object({
  caseId: CaseId,
  observation: Watched.entries.observation,
  admittedAt: whole,
  endedAt: v.nullable(whole),
});
const ItemRow = v.object({ id: v.string(), sealed: v.string(), changedAt: whole });

/**
 * Everything on the desk of this therapist, the newest case first. A case that is over comes without its
 * room, and with nothing but that and when she watched. Nothing of a room that never let her in.
 */
export async function deskOf(db: Database, userId: UserId): Promise<Desk> {
  const [owner] = await rowsOf(
    OwnerRow,
    () => db.$queryRaw`
      SELECT "name", "statedRole", "roleVerifiedAt" FROM "Account" WHERE "userId" = ${userId}`,
  );
  const profile = v.safeParse(Profile, { name: owner?.name, role: owner?.statedRole });
  const all = await rowsOf(
    CaseRow,
    () => db.$queryRaw`
      SELECT "id", "roomId", "createdAt", "admittedAt", "endedAt" FROM "Case"
      WHERE "userId" = ${userId} ORDER BY coalesce("admittedAt", "createdAt") DESC, "id"`,
  );
  return {
    profile: profile.success ? profile.output : null,
    verified: typeof owner?.roleVerifiedAt === 'number',
    cases: await admittedOf(db, userId, all),
    waiting: all.flatMap(({ id, roomId, createdAt, admittedAt, endedAt }) =>
      admittedAt === null && endedAt === null
        ? [v.parse(Waiting, { id, roomId, since: createdAt })]
        : [],
    ),
    items: v.parse(
      v.array(DeskItem),
      await rowsOf(
        ItemRow,
        () => db.$queryRaw`
          SELECT "id", "sealed", "changedAt" FROM "DeskItem"
          WHERE "userId" = ${userId} ORDER BY "createdAt", "id"`,
      ),
    ),
  };
}

async function admittedOf(
  db: Database,
  userId: UserId,
  all: readonly v.InferOutput<typeof CaseRow>[],
): Promise<Case[]> {
  const watched = await rowsOf(
    WatchedRow,
    () => db.$queryRaw`
      SELECT "caseId", "id" AS "observation", "admittedAt", "endedAt" FROM "Observation"
      WHERE "userId" = ${userId} AND "admittedAt" IS NOT NULL ORDER BY "admittedAt" DESC`,
  );
  const homework = await rowsOf(
    HomeworkRow,
    () => db.$queryRaw`
      SELECT "Homework".* FROM "Homework" JOIN "Case" ON "Case"."id" = "caseId"
      WHERE "userId" = ${userId} ORDER BY "givenAt" DESC, "Homework"."id"`,
  );
  const appointments = await rowsOf(
    AppointmentRow,
    () => db.$queryRaw`
      SELECT "Appointment".* FROM "Appointment" JOIN "Case" ON "Case"."id" = "caseId"
      WHERE "userId" = ${userId} ORDER BY "at", "Appointment"."id"`,
  );
  return all.flatMap(({ id, roomId, admittedAt, endedAt }) => {
    if (admittedAt === null) return [];
    const here = ({ caseId }: { caseId: CaseId }) => caseId === id;
    return [
      {
        id,
        roomId: endedAt === null ? roomId : null,
        since: admittedAt,
        endedAt,
        watched: watched.filter(here).map(({ caseId: _, ...one }) => v.parse(Watched, one)),
        homework: homework.filter(here).map(toldToHer),
        appointments: appointments.filter(here).map((one) => v.parse(Appointment, one)),
      },
    ];
  });
}

/** As she sees it: that they did it she hears from both, and never that one of them said so. */
function toldToHer(row: v.InferOutput<typeof HomeworkRow>): Homework {
  const homework = homeworkFrom(row);
  const both = homework.shared.a && homework.shared.b;
  return { ...homework, shared: { a: both, b: both } };
}
