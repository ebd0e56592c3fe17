import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId, Time, UserId } from '#lib/dialogue/id.ts';
import type { Attend, CaseId } from '#lib/observation.ts';
import { bothSeated } from './both-seated.ts';
import type { Database } from './client.ts';
import { observationTerm } from './observations.ts';
import { patiently } from './patiently.ts';

/** How often somebody knocks in vain within one term before knocking changes nothing: others may want to be heard. */
export const mostInVain = 5;

interface Attending {
  roomId: RoomId;
  userId: UserId;
  /** Her open case with this room. */
  caseId: CaseId;
  now: Time;
}
type Step<Name extends Attend['step']> = Extract<Attend, { step: Name }>;

/**
 * Takes one step of a therapist with a case. One out of order, or of an observation that is not hers, changes
 * nothing. While another waits or watches, where one of the two is missing, without saying who she is, and after
 * knocking in vain too often, knocking changes nothing either.
 */
export async function takeAttendStep(
  db: Database,
  step: Exclude<Attend, { step: 'state' }>,
  attending: Attending,
): Promise<void> {
  const { roomId, userId, now } = attending;
  switch (step.step) {
    case 'knock':
      await knockAnew(db, step, attending);
      return knock(db, step, attending);
    case 'reveal':
      await patiently(
        () => db.$executeRaw`
          UPDATE "Observation" SET "nonce" = ${step.nonce}
          WHERE "id" = ${step.id} AND "roomId" = ${roomId} AND "userId" = ${userId}
            AND "endedAt" IS NULL AND "helperKey" IS NOT NULL AND "nonce" IS NULL`,
      );
      return;
    case 'leave':
      await patiently(
        () => db.$executeRaw`
          UPDATE "Observation" SET "endedAt" = ${now}, "endedBy" = 'observer'
          WHERE "id" = ${step.id} AND "roomId" = ${roomId} AND "userId" = ${userId}
            AND "endedAt" IS NULL`,
      );
      return;
    default:
      return assertNever(step);
  }
}

/**
 * Starts the digits anew for whoever waits already. Keys that were turned stay turned, and no longer than they
 * would have, when they were turned for the same person, by name, coming for the same.
 */
async function knockAnew(
  db: Database,
  { id, purpose, publicKey, commitment }: Step<'knock'>,
  { caseId, now }: Attending,
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "id" = ${id},
        "knockedAt" = CASE
          WHEN "same" AND coalesce("lensA", "lensB") IS NOT NULL THEN "knockedAt" ELSE ${now} END,
        "publicKey" = ${publicKey}, "commitment" = ${commitment}, "nonce" = NULL,
        "helper" = NULL, "helperKey" = NULL, "helperNonce" = NULL,
        "name" = "now"."name", "role" = "now"."statedRole",
        "verified" = "now"."roleVerifiedAt" IS NOT NULL, "purpose" = ${purpose},
        "lensA" = CASE WHEN "same" THEN "lensA" END, "privateA" = "same" AND "privateA",
        "lensB" = CASE WHEN "same" THEN "lensB" END, "privateB" = "same" AND "privateB"
      FROM (
        SELECT "Account".*, "asked"."id" AS "asked",
          "asked"."purpose" = ${purpose} AND "asked"."name" = "Account"."name"
            AND "asked"."role" = "Account"."statedRole"
            AND ("Account"."roleVerifiedAt" IS NOT NULL OR NOT "asked"."verified") AS "same"
        FROM "Observation" AS "asked" JOIN "Account" ON "Account"."userId" = "asked"."userId"
        WHERE "asked"."caseId" = ${caseId} AND "asked"."endedAt" IS NULL
          AND "asked"."admittedAt" IS NULL AND "Account"."name" IS NOT NULL
          AND "Account"."statedRole" IS NOT NULL
      ) AS "now"
      WHERE "Observation"."id" = "now"."asked"
        AND NOT EXISTS (SELECT 1 FROM "Observation" AS "used" WHERE "used"."id" = ${id})`,
  );
}

async function knock(
  db: Database,
  { id, purpose, publicKey, commitment }: Step<'knock'>,
  { roomId, userId, caseId, now }: Attending,
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "Observation" ("id", "caseId", "roomId", "userId", "name", "role", "verified",
        "purpose", "knockedAt", "publicKey", "commitment")
      SELECT ${id}, "Case"."id", "Case"."roomId", "Case"."userId", "Account"."name",
        "Account"."statedRole", "Account"."roleVerifiedAt" IS NOT NULL, ${purpose}, ${now},
        ${publicKey}, ${commitment}
      FROM "Case" JOIN "Account" ON "Account"."userId" = "Case"."userId"
      WHERE "Case"."id" = ${caseId} AND "Case"."roomId" = ${roomId}
        AND "Case"."userId" = ${userId} AND "Case"."endedAt" IS NULL
        AND "Account"."name" IS NOT NULL AND "Account"."statedRole" IS NOT NULL
        AND ${bothSeated(roomId)}
        AND (
          SELECT count(*) FROM "Observation" AS "vain"
          WHERE "vain"."caseId" = ${caseId} AND "vain"."admittedAt" IS NULL
            AND "vain"."endedAt" > ${now - observationTerm}) < ${mostInVain}
      ON CONFLICT DO NOTHING`,
  );
}
