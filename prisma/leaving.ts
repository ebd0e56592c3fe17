import * as v from 'valibot';
import type { ExerciseDefinition, ExerciseRef } from '#lib/dialogue/exercise.ts';
import { RoomId, type Time, type UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { carryOutErasure, nobodyLeft } from './erase.ts';
import { type Erasure, noteErasure } from './erasure-journal.ts';
import { eraseOwnWords, sayLastWord } from './own-moves.ts';
import { sittingOf } from './rooms.ts';
import { rowsOf } from './row.ts';
import { emptyWriteAheadLog } from './write-ahead-log.ts';

interface Leaver {
  userId: UserId;
  now: Time;
  /** Whether their own words go first, in every session. */
  erase: boolean;
  /** The rules by which a session that is still open is stopped. */
  findExercise: (ref: ExerciseRef) => ExerciseDefinition | undefined;
}

/**
 * Takes somebody out of a room for good: an open session is stopped, the seat is free, no link and no
 * key of theirs leads back, and their open sockets close (a trigger of the table). Words they said stay
 * in what both kept, unless they `erase` them. When nobody is left, the room goes with everything in it. Harmless for a stranger.
 */
export async function leaveRoom(
  db: Database,
  { roomId, ...leaver }: Leaver & { roomId: RoomId },
): Promise<void> {
  await leaveOne(db, leaver, roomId);
  await emptyWriteAheadLog(db);
}

const RoomOf = v.object({ roomId: RoomId });

/**
 * Removes everything the server has of a user, whether or not there is an account: seats, as by
 * leaving each room; account, devices, consents; and themselves. All their sockets close.
 */
export async function forgetUser(db: Database, leaver: Leaver): Promise<void> {
  const { userId, now } = leaver;
  const rooms = await rowsOf(
    RoomOf,
    () => db.$queryRaw`SELECT "roomId" FROM "Seat" WHERE "userId" = ${userId}`,
  );
  for (const { roomId } of rooms) await leaveOne(db, leaver, roomId);
  await erase(db, { kind: 'user', userId }, now);
  await emptyWriteAheadLog(db);
}

async function leaveOne(db: Database, leaver: Leaver, roomId: RoomId): Promise<void> {
  const { userId, now } = leaver;
  const sitting = await sittingOf(db, roomId, userId);
  if (!sitting) return;
  const mover = { ...leaver, ...sitting, roomId };
  await sayLastWord(db, mover);
  if (leaver.erase) await eraseOwnWords(db, mover);
  await erase(db, { kind: 'seat', roomId, userId }, now);
  if (await nobodyLeft(db, roomId)) await erase(db, { kind: 'room', roomId }, now);
}

async function erase(db: Database, erasure: Erasure, now: Time): Promise<void> {
  await noteErasure(db, erasure, now);
  await carryOutErasure(db, erasure, now);
}
