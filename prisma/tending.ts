import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Bundle, Tend } from '#lib/observation.ts';
import { cancelAppointment } from './appointments.ts';
import { bothSeated } from './both-seated.ts';
import { endCase } from './cases.ts';
import type { Database } from './client.ts';
import { Prisma } from './generated/client.ts';
import { declineHomework, shareHomework } from './homework.ts';
import { makeObserverInvitation, withdrawObserverInvitation } from './observer-invitations.ts';
import { patiently } from './patiently.ts';

interface Tending {
  roomId: RoomId;
  seat: Seat;
  now: Time;
}
type Step<Name extends Tend['step']> = Extract<Tend, { step: Name }>;

/** The columns of a seat's own key. */
const keyOf = {
  a: { lens: Prisma.sql`"lensA"`, cues: Prisma.sql`"privateA"` },
  b: { lens: Prisma.sql`"lensB"`, cues: Prisma.sql`"privateB"` },
} as const satisfies Record<Seat, { lens: Prisma.Sql; cues: Prisma.Sql }>;

/**
 * Takes one step of a partner. One out of order, of another observation or of another room changes nothing:
 * whoever asks sees how it stands. A key counts for the observation it was turned for and no other.
 */
export async function takeTendStep(
  db: Database,
  step: Exclude<Tend, { step: 'state' }>,
  tending: Tending,
): Promise<void> {
  switch (step.step) {
    case 'invite':
      return makeObserverInvitation(db, { ...step, ...tending });
    case 'withdraw':
      return withdrawObserverInvitation(db, tending);
    case 'turn':
      return turnKey(db, step, tending);
    case 'take-back':
      await takeKeyBack(db, step, tending);
      // She was let in while it was under way: not after all, all the same.
      return letGo(db, step, tending, Prisma.sql`"admittedAt" IS NOT NULL`);
    case 'decline':
    case 'show-out':
      return letGo(db, step, tending, Prisma.sql`true`);
    case 'answer':
      return answer(db, step, tending);
    case 'give':
      // Keys are sealed for what both chose, and until she is let in they may choose otherwise.
      await giveBundles(db, step, tending);
      return letIn(db, step, tending);
    case 'part':
      return endCase(db, step.caseId, { of: { roomId: tending.roomId }, now: tending.now });
    case 'decline-homework':
      return declineHomework(db, { ...tending, id: step.id });
    case 'share-homework':
      return shareHomework(db, { ...tending, id: step.id });
    case 'cancel-appointment':
      return cancelAppointment(db, { ...tending, id: step.id });
    default:
      return assertNever(step);
  }
}

/** Once the digits are under way a key is another only after it was taken back. */
async function turnKey(
  db: Database,
  { id, lens, privateCues }: Step<'turn'>,
  { roomId, seat }: Tending,
): Promise<void> {
  const own = keyOf[seat];
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET ${own.lens} = ${lens}, ${own.cues} = ${privateCues ? 1 : 0}
      WHERE "id" = ${id} AND "roomId" = ${roomId} AND "endedAt" IS NULL AND "admittedAt" IS NULL
        AND ("helperKey" IS NULL OR ${own.lens} IS NULL) AND ${bothSeated(roomId)}`,
  );
}

async function takeKeyBack(
  db: Database,
  { id }: Step<'take-back'>,
  { roomId, seat }: Tending,
): Promise<void> {
  const own = keyOf[seat];
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET ${own.lens} = NULL, ${own.cues} = 0
      WHERE "id" = ${id} AND "roomId" = ${roomId} AND "endedAt" IS NULL AND "admittedAt" IS NULL`,
  );
}

async function letGo(
  db: Database,
  { id }: { id: string },
  { roomId, seat, now }: Tending,
  when: Prisma.Sql,
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "endedAt" = ${now}, "endedBy" = ${seat}
      WHERE "id" = ${id} AND "roomId" = ${roomId} AND "endedAt" IS NULL AND ${when}`,
  );
}

async function answer(
  db: Database,
  { id, publicKey, nonce }: Step<'answer'>,
  { roomId, seat }: Tending,
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation"
      SET "helper" = ${seat}, "helperKey" = ${publicKey}, "helperNonce" = ${nonce}
      WHERE "id" = ${id} AND "roomId" = ${roomId} AND "endedAt" IS NULL AND "admittedAt" IS NULL
        AND "lensA" IS NOT NULL AND "lensB" IS NOT NULL AND "helperKey" IS NULL`,
  );
}

async function letIn(
  db: Database,
  { id }: Step<'give'>,
  { roomId, seat, now }: Tending,
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "admittedAt" = ${now}
      WHERE "id" = ${id} AND "roomId" = ${roomId} AND "endedAt" IS NULL AND "admittedAt" IS NULL
        AND "lensA" IS NOT NULL AND "lensB" IS NOT NULL AND "helper" = ${seat}
        AND "nonce" IS NOT NULL AND ${bothSeated(roomId)}`,
  );
}

/** Keeps keys of the session that runs, and that she was let in to. Those that were given stay as they are. */
async function giveBundles(
  db: Database,
  { id, bundles }: { id: string; bundles: readonly Bundle[] },
  { roomId, seat }: Tending,
): Promise<void> {
  if (bundles.length === 0) return;
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "ObservationBundle" ("observationId", "sessionId", "epoch", "sealed")
      SELECT "Observation"."id", "Session"."id", "given"."value" ->> 'epoch',
        "given"."value" ->> 'sealed'
      FROM json_each(${JSON.stringify(bundles)}) AS "given"
      JOIN "Session" ON "Session"."id" = "given"."value" ->> 'sessionId'
        AND "Session"."roomId" = ${roomId} AND "Session"."endedAt" IS NULL
      JOIN "Room" ON "Room"."id" = ${roomId}
        AND "given"."value" ->> 'epoch' <= "Room"."epoch"
      JOIN "Observation" ON "Observation"."id" = ${id} AND "Observation"."roomId" = ${roomId}
        AND "Observation"."endedAt" IS NULL AND "Observation"."admittedAt" IS NOT NULL
        AND "Observation"."helper" = ${seat}
        AND coalesce("Observation"."sessionId", "Session"."id") = "Session"."id"
      WHERE true
      ON CONFLICT DO NOTHING`,
  );
}
