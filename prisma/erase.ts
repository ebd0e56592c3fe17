import * as v from 'valibot';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { RoomId, type SessionId, type Time, type UserId } from '#lib/dialogue/id.ts';
import type { CaseId } from '#lib/observation.ts';
import type { Database } from './client.ts';
import type { Erasure } from './erasure-journal.ts';
import { patiently } from './patiently.ts';
import { rowsOf } from './row.ts';

/**
 * Carries out what stands in the journal of erasures since `at`; safe to do again, and after whatever
 * interrupted it. What came into being after `at` is left alone.
 */
export async function carryOutErasure(db: Database, erasure: Erasure, at: Time): Promise<void> {
  switch (erasure.kind) {
    case 'words':
      return eraseWords(db, erasure.sessionId, erasure.seqs);
    case 'all-words':
      return eraseWords(db, erasure.sessionId, 'all');
    case 'session':
      return removeSession(db, erasure.sessionId, at);
    case 'case':
      return closeCase(db, erasure.caseId, at);
    case 'seat':
      return freeSeat(db, erasure, at);
    case 'user':
      return removeUser(db, erasure.userId, at);
    case 'room':
      return removeRoom(db, erasure.roomId, at);
    default:
      return assertNever(erasure);
  }
}

/** Takes the words of these events away, or of all. */
export async function eraseWords(
  db: Database,
  sessionId: SessionId,
  seqs: readonly number[] | 'all',
): Promise<void> {
  await patiently(() =>
    seqs === 'all'
      ? db.$executeRaw`
          UPDATE "Event" SET "sealed" = NULL
          WHERE "sessionId" = ${sessionId} AND "sealed" IS NOT NULL`
      : db.$executeRaw`
          UPDATE "Event" SET "sealed" = NULL
          WHERE "sessionId" = ${sessionId} AND "sealed" IS NOT NULL
            AND "seq" IN (SELECT value FROM json_each(${JSON.stringify(seqs)}))`,
  );
}

/** Ends a case. What was given in it, and what was going on, goes with it (triggers of the table). */
async function closeCase(db: Database, caseId: CaseId, at: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Case" SET "endedAt" = ${at} WHERE "id" = ${caseId} AND "endedAt" IS NULL`,
  );
}

/** Removes a session as if it never was: who read it, its events, and itself. */
export async function removeSession(db: Database, sessionId: SessionId, at: Time): Promise<void> {
  const [kept] = await rowsOf(
    v.object({ id: v.string() }),
    () =>
      db.$queryRaw`SELECT "id" FROM "Session" WHERE "id" = ${sessionId} AND "openedAt" <= ${at}`,
  );
  if (!kept) return;
  await patiently(() => db.$executeRaw`DELETE FROM "Reading" WHERE "sessionId" = ${sessionId}`);
  await patiently(() => db.$executeRaw`DELETE FROM "Event" WHERE "sessionId" = ${sessionId}`);
  await patiently(() => db.$executeRaw`DELETE FROM "Session" WHERE "id" = ${sessionId}`);
}

/**
 * Makes the seat of somebody who leaves free. First every way back is closed: links, also the one they
 * came in with, and keys sealed for them. What both agreed on ends with it.
 */
export async function freeSeat(
  db: Database,
  { roomId, userId }: { roomId: RoomId; userId: UserId },
  at: Time,
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Invitation" SET "withdrawnAt" = ${at}, "wrappedKey" = NULL
      WHERE "roomId" = ${roomId} AND "withdrawnAt" IS NULL AND "createdAt" <= ${at}`,
  );
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "KeyEnvelope" WHERE "roomId" = ${roomId} AND "holderId" IN (
        SELECT "id" FROM "Keyholder"
        WHERE "roomId" = ${roomId} AND "userId" = ${userId} AND "addedAt" <= ${at})`,
  );
  await patiently(
    () => db.$executeRaw`
      UPDATE "Keyholder" SET "removedAt" = ${at}
      WHERE "roomId" = ${roomId} AND "userId" = ${userId} AND "removedAt" IS NULL
        AND "addedAt" <= ${at}`,
  );
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "KeyRequest" WHERE "roomId" = ${roomId} AND "createdAt" <= ${at}`,
  );
  await patiently(
    () => db.$executeRaw`
      UPDATE "Observation" SET "endedAt" = ${at}, "endedBy" = 'room'
      WHERE "roomId" = ${roomId} AND "endedAt" IS NULL AND "knockedAt" <= ${at}`,
  );
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "ExportAgreement" WHERE "roomId" = ${roomId} AND "at" <= ${at}`,
  );
  await patiently(
    () => db.$executeRaw`DELETE FROM "Proposal" WHERE "roomId" = ${roomId} AND "at" <= ${at}`,
  );
  const freed = await patiently(
    () => db.$executeRaw`
      UPDATE "Seat" SET "userId" = NULL, "sealedName" = NULL, "takenAt" = NULL, "leftAt" = ${at},
        "retentionMonths" = 12
      WHERE "roomId" = ${roomId} AND "userId" = ${userId} AND "takenAt" <= ${at}`,
  );
  if (freed === 0) return;
  // Whoever left may have the key on a device that is no keyholder.
  await patiently(
    () => db.$executeRaw`UPDATE "Room" SET "dueEpoch" = "epoch" + 1 WHERE "id" = ${roomId}`,
  );
}

/** Removes a room with everything in it. What refers to it without an entry of its own goes by itself. */
export async function removeRoom(db: Database, roomId: RoomId, at: Time): Promise<void> {
  const [kept] = await rowsOf(
    v.object({ id: v.string() }),
    () => db.$queryRaw`SELECT "id" FROM "Room" WHERE "id" = ${roomId} AND "createdAt" <= ${at}`,
  );
  if (!kept) return;
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "Event" WHERE "sessionId" IN (SELECT "id" FROM "Session" WHERE "roomId" = ${roomId})`,
  );
  await patiently(() => db.$executeRaw`DELETE FROM "Session" WHERE "roomId" = ${roomId}`);
  await patiently(() => db.$executeRaw`DELETE FROM "Invitation" WHERE "roomId" = ${roomId}`);
  await patiently(() => db.$executeRaw`DELETE FROM "Proposal" WHERE "roomId" = ${roomId}`);
  await patiently(() => db.$executeRaw`DELETE FROM "Seat" WHERE "roomId" = ${roomId}`);
  await patiently(() => db.$executeRaw`DELETE FROM "Room" WHERE "id" = ${roomId}`);
}

const RoomOf = v.object({ roomId: RoomId });

/** Removes everything of a user: seats, rooms where nobody is left, account, devices, consents. */
async function removeUser(db: Database, userId: UserId, at: Time): Promise<void> {
  const seats = await rowsOf(
    RoomOf,
    () => db.$queryRaw`SELECT "roomId" FROM "Seat" WHERE "userId" = ${userId}`,
  );
  for (const { roomId } of seats) {
    await freeSeat(db, { roomId, userId }, at);
    if (await nobodyLeft(db, roomId)) await removeRoom(db, roomId, at);
  }
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "Ticket" WHERE "userId" = ${userId}
        OR "detail" = (SELECT "email" FROM "Account" WHERE "userId" = ${userId})`,
  );
  await patiently(() => db.$executeRaw`DELETE FROM "User" WHERE "id" = ${userId}`);
}

/** Whether nobody holds a seat in this room any more. */
export async function nobodyLeft(db: Database, roomId: RoomId): Promise<boolean> {
  return (await patiently(() => db.seat.count({ where: { roomId, userId: { not: null } } }))) === 0;
}
