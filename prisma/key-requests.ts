import * as v from 'valibot';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type KeyHelp, KeyRequest } from '#lib/key-help.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** How long a partner may take to come to somebody's help, in milliseconds. */
const term = 30 * 60_000;

const Row = v.object({
  id: v.string(),
  seat: v.string(),
  publicKey: v.string(),
  commitment: v.string(),
  nonce: v.nullable(v.string()),
  helperKey: v.nullable(v.string()),
  helperNonce: v.nullable(v.string()),
  envelope: v.nullable(v.string()),
  epoch: v.nullable(whole),
});

/** The request for this room's keys that stands, or null. */
export async function keyRequestIn(
  db: Database,
  roomId: RoomId,
  now: Time,
): Promise<KeyRequest | null> {
  const [row] = await rowsOf(
    Row,
    () => db.$queryRaw`
      SELECT * FROM "KeyRequest" WHERE "roomId" = ${roomId} AND "expiresAt" > ${now}
      ORDER BY "createdAt" DESC LIMIT 1`,
  );
  if (!row) return null;
  const { id, seat, publicKey, commitment, nonce, helperKey, helperNonce, envelope, epoch } = row;
  const given = envelope !== null && epoch !== null ? { sealed: envelope, epoch } : null;
  return v.parse(KeyRequest, {
    id,
    by: seat,
    askerKey: publicKey,
    commitment,
    askerNonce: nonce,
    helperKey,
    helperNonce,
    given,
  });
}

/**
 * Takes one step. To ask puts away one's own former requests, and those whose keys were given; while the other
 * still waits for theirs, nothing is asked. A step out of order, of the wrong side or of another request changes nothing: whoever
 * asks sees how it stands. What has been shown once cannot be shown otherwise afterwards, because the
 * digits rest on that order.
 */
export async function takeKeyHelpStep(
  db: Database,
  step: Exclude<KeyHelp, { step: 'state' }>,
  { roomId, seat, now }: { roomId: RoomId; seat: Seat; now: Time },
): Promise<void> {
  const { id } = step;
  switch (step.step) {
    case 'ask':
      await patiently(
        () => db.$executeRaw`
          DELETE FROM "KeyRequest"
          WHERE "roomId" = ${roomId} AND "id" <> ${id}
            AND ("seat" = ${seat} OR "envelope" IS NOT NULL OR "expiresAt" <= ${now})`,
      );
      await patiently(
        () => db.$executeRaw`
          INSERT INTO "KeyRequest"
            ("id", "roomId", "seat", "publicKey", "commitment", "createdAt", "expiresAt")
          SELECT ${id}, ${roomId}, ${seat}, ${step.publicKey}, ${step.commitment}, ${now},
            ${now + term}
          WHERE NOT EXISTS (SELECT 1 FROM "KeyRequest" WHERE "roomId" = ${roomId})
          ON CONFLICT DO NOTHING`,
      );
      return;
    case 'answer':
      await patiently(
        () => db.$executeRaw`
          UPDATE "KeyRequest" SET "helperKey" = ${step.publicKey}, "helperNonce" = ${step.nonce}
          WHERE "id" = ${id} AND "roomId" = ${roomId} AND "seat" <> ${seat}
            AND "helperKey" IS NULL AND "expiresAt" > ${now}`,
      );
      return;
    case 'reveal':
      await patiently(
        () => db.$executeRaw`
          UPDATE "KeyRequest" SET "nonce" = ${step.nonce}
          WHERE "id" = ${id} AND "roomId" = ${roomId} AND "seat" = ${seat}
            AND "helperKey" IS NOT NULL AND "nonce" IS NULL AND "expiresAt" > ${now}`,
      );
      return;
    case 'give':
      await patiently(
        () => db.$executeRaw`
          UPDATE "KeyRequest" SET "envelope" = ${step.sealed}, "epoch" = ${step.epoch}
          WHERE "id" = ${id} AND "roomId" = ${roomId} AND "seat" <> ${seat}
            AND "nonce" IS NOT NULL AND "envelope" IS NULL AND "expiresAt" > ${now}`,
      );
      return;
    case 'stop':
      await patiently(
        () => db.$executeRaw`
          DELETE FROM "KeyRequest" WHERE "id" = ${id} AND "roomId" = ${roomId}`,
      );
      return;
    default:
      return assertNever(step);
  }
}

/** Forgets the requests whose time has passed: for a sweeper. */
export async function forgetSpentKeyRequests(db: Database, now: Time): Promise<void> {
  await patiently(() => db.$executeRaw`DELETE FROM "KeyRequest" WHERE "expiresAt" <= ${now}`);
}
