import * as v from 'valibot';
import { Digest, ObservationId, type RoomId, type Time } from '#lib/dialogue/id.ts';
import { Lens } from '#lib/dialogue/observer.ts';
import { Seat } from '#lib/dialogue/seat.ts';
import { PublicKey } from '#lib/keyholder.ts';
import { type Attended, CaseId, ObservationSeen, type Stage } from '#lib/observation.ts';
import { observationFor } from '#lib/told-to-one.ts';
import type { Database } from './client.ts';
import { Prisma } from './generated/client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** How long somebody waits to be let in, and for a session after that, in milliseconds. */
export const observationTerm = 12 * 60 * 60_000;

const Row = v.object({
  id: ObservationId,
  caseId: CaseId,
  name: v.string(),
  role: v.string(),
  verified: v.boolean(),
  purpose: v.string(),
  knockedAt: whole,
  lensA: v.nullable(Lens),
  lensB: v.nullable(Lens),
  privateA: v.boolean(),
  privateB: v.boolean(),
  publicKey: PublicKey,
  commitment: Digest,
  nonce: v.nullable(v.string()),
  helper: v.nullable(Seat),
  helperKey: v.nullable(PublicKey),
  helperNonce: v.nullable(v.string()),
  admittedAt: v.nullable(whole),
  endedAt: v.nullable(whole),
});
type Row = v.InferOutput<typeof Row>;

function stageOf({ endedAt, admittedAt, lensA, lensB }: Row): Stage {
  if (endedAt !== null) return 'ended';
  if (admittedAt !== null) return 'admitted';
  return lensA !== null && lensB !== null ? 'turned' : 'waiting';
}

/** The steps of the digits, as far as they were shown. */
function shownOf({ publicKey, nonce, commitment, helper, helperKey, helperNonce }: Row) {
  return {
    askerKey: publicKey,
    commitment,
    askerNonce: nonce,
    helper,
    helperKey,
    helperNonce,
  };
}

/** Who waits to watch this room, or watches it, as the partner in this seat sees it; or null. */
export async function observationIn(
  db: Database,
  roomId: RoomId,
  you: Seat,
): Promise<ObservationSeen | null> {
  const [row] = await rowsOf(
    Row,
    () => db.$queryRaw`
      SELECT * FROM "Observation" WHERE "roomId" = ${roomId} AND "endedAt" IS NULL`,
  );
  if (!row) return null;
  const { id, caseId, name, role, verified, purpose, knockedAt } = row;
  const about = { id, caseId, name, role, verified, purpose, knockedAt };
  const seen = v.parse(ObservationSeen, {
    ...about,
    stage: stageOf(row),
    lenses: { a: row.lensA, b: row.lensB },
    privateCues: { a: row.privateA, b: row.privateB },
    ...shownOf(row),
  });
  return observationFor(you, seen);
}

/**
 * How it stands with what a therapist asked last in a case. Of what never came to being let in nothing is
 * left: whether it was declined or taken back, ran out or never was, is one answer.
 */
export async function attendanceOf(db: Database, caseId: CaseId): Promise<Attended['observation']> {
  const [row] = await rowsOf(
    Row,
    () => db.$queryRaw`
      SELECT * FROM "Observation" WHERE "caseId" = ${caseId}
      ORDER BY "endedAt" IS NULL DESC, "knockedAt" DESC, rowid DESC LIMIT 1`,
  );
  if (!row || (row.endedAt !== null && row.admittedAt === null)) return null;
  return { id: row.id, stage: stageOf(row), ...shownOf(row) };
}

/**
 * Ends what waited too long: for both keys, or let in for a session that did not come. In one room, or
 * in all for a sweeper. One who watches a session stays for as long as it lasts.
 */
export async function endStaleObservations(
  db: Database,
  now: Time,
  roomId: RoomId | null = null,
): Promise<void> {
  const where = roomId === null ? Prisma.empty : Prisma.sql`AND "roomId" = ${roomId}`;
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "endedAt" = ${now}, "endedBy" = 'room'
      WHERE "endedAt" IS NULL AND "sessionId" IS NULL
        AND coalesce("admittedAt", "knockedAt") <= ${now - observationTerm} ${where}`,
  );
}

/** How long it is kept that somebody asked to watch and was not let in, in milliseconds. */
const unansweredTerm = 30 * 24 * 60 * 60_000;

/** Forgets who asked to watch a month ago and was not let in: for a sweeper. */
export async function forgetVainObservations(db: Database, now: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "Observation"
      WHERE "admittedAt" IS NULL AND "endedAt" <= ${now - unansweredTerm}`,
  );
}
