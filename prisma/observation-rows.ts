import * as v from 'valibot';
import { ObservationId, type RoomId, SessionId, type Time, UserId } from '#lib/dialogue/id.ts';
import { Mode } from '#lib/dialogue/mode.ts';
import { Lens, lesserOf } from '#lib/dialogue/observer.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { PublicKey } from '#lib/keyholder.ts';
import { Bundle, type Stage, Suggestion } from '#lib/observation.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** Who or what ended an observation; `room`: what happened to the room, the case or the account. */
export type EndedBy = Seat | 'observer' | 'session' | 'room';

/** The observation of a room that is not over, as the sockets go by it. */
export interface OpenObservation {
  id: ObservationId;
  userId: UserId;
  name: string;
  stage: Exclude<Stage, 'ended'>;
  /** Whose key is turned. */
  turned: Readonly<Record<Seat, boolean>>;
  /** The lesser of what both chose; null until both did. */
  lens: Lens | null;
  /** Whether both allowed that a cue is for one of them alone. */
  privateCues: boolean;
  observerKey: PublicKey;
  /** The device that compared the digits with hers; null before one did. */
  helperKey: PublicKey | null;
  /** The session she was let in to; null until there is one. */
  sessionId: SessionId | null;
  suggestion: Suggestion | null;
  bundles: readonly Bundle[];
}

const yes = v.union([
  v.boolean(),
  v.pipe(
    whole,
    v.transform((number) => number === 1),
  ),
]);

const Row = v.object({
  id: ObservationId,
  userId: UserId,
  name: v.string(),
  lensA: v.nullable(Lens),
  lensB: v.nullable(Lens),
  privateA: yes,
  privateB: yes,
  publicKey: PublicKey,
  helperKey: v.nullable(PublicKey),
  admittedAt: v.nullable(whole),
  sessionId: v.nullable(SessionId),
  suggestedId: v.nullable(v.string()),
  suggestedVersion: v.nullable(whole),
  suggestedMode: v.nullable(Mode),
});

const BundleRow = v.object({ sessionId: SessionId, epoch: whole, sealed: v.string() });

/** The one observation of a room that is not over, with the keys that were given for it; or null. */
export async function openObservation(
  db: Database,
  roomId: RoomId,
): Promise<OpenObservation | null> {
  const [row] = await rowsOf(
    Row,
    () => db.$queryRaw`
      SELECT * FROM "Observation" WHERE "roomId" = ${roomId} AND "endedAt" IS NULL`,
  );
  if (!row) return null;
  const bundles = await rowsOf(
    BundleRow,
    () => db.$queryRaw`
      SELECT "sessionId", "epoch", "sealed" FROM "ObservationBundle"
      WHERE "observationId" = ${row.id} ORDER BY "sessionId", "epoch"`,
  );
  const { lensA, lensB } = row;
  const lens = lensA && lensB && lesserOf(lensA, lensB);
  return {
    id: row.id,
    userId: row.userId,
    name: row.name,
    stage: row.admittedAt !== null ? 'admitted' : lens ? 'turned' : 'waiting',
    turned: { a: lensA !== null, b: lensB !== null },
    lens,
    privateCues: row.privateA && row.privateB,
    observerKey: row.publicKey,
    helperKey: row.helperKey,
    sessionId: row.sessionId,
    suggestion: suggestionOf(row),
    bundles: v.parse(v.array(Bundle), bundles),
  };
}

/** The observation for which this user was admitted to this room, and that is not over; or null. */
export async function admissionOf(
  db: Database,
  roomId: RoomId,
  userId: UserId,
): Promise<ObservationId | null> {
  const open = await openObservation(db, roomId);
  return open?.stage === 'admitted' && open.userId === userId ? open.id : null;
}

const Bound = v.object({ sessionId: SessionId });

/**
 * Ties an admitted observation to the session that runs: it is for that one alone. What she suggested
 * before it is over with.
 * @returns whether it is tied to this session; not when it is over, or was tied to another.
 */
export async function bindSession(
  db: Database,
  { id, sessionId }: { id: ObservationId; sessionId: SessionId },
): Promise<boolean> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "sessionId" = ${sessionId},
        "suggestedId" = NULL, "suggestedVersion" = NULL, "suggestedMode" = NULL
      WHERE "id" = ${id} AND "sessionId" IS NULL
        AND "admittedAt" IS NOT NULL AND "endedAt" IS NULL
        AND EXISTS (SELECT 1 FROM "Session" WHERE "id" = ${sessionId} AND "endedAt" IS NULL)`,
  );
  const [bound] = await rowsOf(
    Bound,
    () => db.$queryRaw`
      SELECT "sessionId" FROM "Observation"
      WHERE "id" = ${id} AND "sessionId" IS NOT NULL AND "endedAt" IS NULL`,
  );
  return bound?.sessionId === sessionId;
}

/** Notes that an observation is over. The first moment and reason stay; triggers put her out. */
export async function endObservation(
  db: Database,
  { id, by, now }: { id: ObservationId; by: EndedBy; now: Time },
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "endedAt" = max(${now}, "knockedAt"), "endedBy" = ${by}
      WHERE "id" = ${id} AND "endedAt" IS NULL`,
  );
}

/** Ends the observation that was for this session, which is over. */
export async function endWithSession(db: Database, sessionId: SessionId, now: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "endedAt" = max(${now}, "knockedAt"), "endedBy" = 'session'
      WHERE "sessionId" = ${sessionId} AND "endedAt" IS NULL`,
  );
}

/**
 * Puts a suggestion in the place of the one before it; null takes it away. Nothing happens once the
 * observation is tied to a session, or over.
 * @returns whether it stands as asked.
 */
export async function suggest(
  db: Database,
  { id, suggestion }: { id: ObservationId; suggestion: Suggestion | null },
): Promise<boolean> {
  const changed = await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "suggestedId" = ${suggestion?.exercise.id ?? null},
        "suggestedVersion" = ${suggestion?.exercise.version ?? null},
        "suggestedMode" = ${suggestion?.mode ?? null}
      WHERE "id" = ${id} AND "sessionId" IS NULL
        AND "admittedAt" IS NOT NULL AND "endedAt" IS NULL`,
  );
  return changed > 0;
}

function suggestionOf({
  suggestedId: id,
  suggestedVersion: version,
  suggestedMode: mode,
}: v.InferOutput<typeof Row>): Suggestion | null {
  if (id === null || version === null || mode === null) return null;
  return v.parse(Suggestion, { exercise: { id, version }, mode });
}
