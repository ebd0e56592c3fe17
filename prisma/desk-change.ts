import type { DeskChange } from '#lib/desk.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Time, UserId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import type { CaseId } from '#lib/observation.ts';
import { endCase } from './cases.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';

/** The most that a desk holds, and that a case holds of either kind. */
export const most = { items: 2_000, inCase: 200 } as const;

/** Why a change was not made. `not-found`: no open case of hers that let her in. `full`: no more can be kept. */
export type DeskRefusal = 'not-found' | 'full';

interface Changing {
  userId: UserId;
  now: Time;
}

/**
 * Makes one change on the desk of this therapist. The same change once more changes nothing more; what is
 * somebody else's stays as it is, and is answered as what is not there.
 */
export async function changeDesk(
  db: Database,
  change: DeskChange,
  { userId, now }: Changing,
): Promise<Result<'done', DeskRefusal>> {
  switch (change.change) {
    case 'profile':
      await setProfile(db, userId, change.profile);
      return accepted('done');
    case 'keep':
      return keepItem(db, change, { userId, now });
    case 'drop':
      await patiently(
        () => db.$executeRaw`
          DELETE FROM "DeskItem" WHERE "id" = ${change.id} AND "userId" = ${userId}`,
      );
      return accepted('done');
    case 'give-homework':
      return giveHomework(db, change, { userId, now });
    case 'take-homework':
      await patiently(
        () => db.$executeRaw`
          DELETE FROM "Homework" WHERE "id" = ${change.id}
            AND "caseId" IN (SELECT "id" FROM "Case" WHERE "userId" = ${userId})`,
      );
      return accepted('done');
    case 'make-appointment':
      return makeAppointment(db, change, { userId, now });
    case 'cancel-appointment':
      await patiently(
        () => db.$executeRaw`
          UPDATE "Appointment" SET "cancelledAt" = ${now}
          WHERE "id" = ${change.id} AND "cancelledAt" IS NULL
            AND "caseId" IN (SELECT "id" FROM "Case" WHERE "userId" = ${userId})`,
      );
      return accepted('done');
    case 'end-case':
      await endCase(db, change.caseId, { of: { userId }, now });
      return accepted('done');
    default:
      return assertNever(change);
  }
}

type Of<Name extends DeskChange['change']> = Extract<DeskChange, { change: Name }>;

/** What the host verified was of whoever went by the former name and role. */
async function setProfile(
  db: Database,
  userId: UserId,
  { name, role }: Of<'profile'>['profile'],
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Account" SET "name" = ${name}, "statedRole" = ${role},
        "roleVerifiedAt" = CASE
          WHEN "name" IS NULL OR ("name" = ${name} AND "statedRole" = ${role})
          THEN "roleVerifiedAt" END
      WHERE "userId" = ${userId}`,
  );
}

async function keepItem(
  db: Database,
  { id, sealed }: Of<'keep'>,
  { userId, now }: Changing,
): Promise<Result<'done', DeskRefusal>> {
  const kept = await patiently(
    () => db.$executeRaw`
      INSERT INTO "DeskItem" ("id", "userId", "sealed", "createdAt", "changedAt")
      SELECT ${id}, ${userId}, ${sealed}, ${now}, ${now}
      WHERE EXISTS (SELECT 1 FROM "DeskItem" WHERE "id" = ${id})
        OR (SELECT count(*) FROM "DeskItem" WHERE "userId" = ${userId}) < ${most.items}
      ON CONFLICT ("id") DO UPDATE SET "sealed" = excluded."sealed",
        "changedAt" = CASE WHEN "sealed" = excluded."sealed" THEN "changedAt"
          ELSE excluded."changedAt" END
      WHERE "userId" = excluded."userId"`,
  );
  if (kept === 1) return accepted('done');
  const taken = await db.deskItem.count({ where: { id } });
  return refused(taken > 0 ? 'not-found' : 'full');
}

function giveHomework(
  db: Database,
  { id, caseId, exercise, epoch, sealedLine }: Of<'give-homework'>,
  { userId, now }: Changing,
): Promise<Result<'done', DeskRefusal>> {
  return inOpenCase(
    db,
    { caseId, userId },
    {
      put: () => db.$executeRaw`
      INSERT INTO "Homework" ("id", "caseId", "roomId", "exerciseId", "exerciseVersion", "epoch",
        "sealedLine", "givenAt")
      SELECT ${id}, "id", "roomId", ${exercise.id}, ${exercise.version}, ${epoch}, ${sealedLine},
        ${now}
      FROM "Case" WHERE "id" = ${caseId} AND "userId" = ${userId}
        AND "admittedAt" IS NOT NULL AND "endedAt" IS NULL
        AND (SELECT count(*) FROM "Homework" WHERE "caseId" = ${caseId}) < ${most.inCase}
      ON CONFLICT DO NOTHING`,
      there: () => db.homework.count({ where: { id, caseId } }),
    },
  );
}

function makeAppointment(
  db: Database,
  { id, caseId, at, minutes }: Of<'make-appointment'>,
  { userId, now }: Changing,
): Promise<Result<'done', DeskRefusal>> {
  return inOpenCase(
    db,
    { caseId, userId },
    {
      put: () => db.$executeRaw`
      INSERT INTO "Appointment" ("id", "caseId", "roomId", "at", "minutes", "createdAt")
      SELECT ${id}, "id", "roomId", ${at}, ${minutes}, ${now}
      FROM "Case" WHERE "id" = ${caseId} AND "userId" = ${userId}
        AND "admittedAt" IS NOT NULL AND "endedAt" IS NULL
        AND (SELECT count(*) FROM "Appointment" WHERE "caseId" = ${caseId}) < ${most.inCase}
      ON CONFLICT DO NOTHING`,
      there: () => db.appointment.count({ where: { id, caseId } }),
    },
  );
}

/** Puts something in a case that is hers, let her in, and is not over. What is there already is done. */
async function inOpenCase(
  db: Database,
  { caseId, userId }: { caseId: CaseId; userId: UserId },
  { put, there }: { put: () => Promise<number>; there: () => Promise<number> },
): Promise<Result<'done', DeskRefusal>> {
  const open = await patiently(() =>
    db.case.count({ where: { id: caseId, userId, admittedAt: { not: null }, endedAt: null } }),
  );
  if (open === 0) return refused('not-found');
  if ((await patiently(put)) === 1 || (await patiently(there)) === 1) return accepted('done');
  return refused('full');
}
