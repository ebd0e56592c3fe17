import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { onTestFinished } from 'vitest';
import { Digest, InvitationId, MoveId, RoomId, SessionId, UserId } from '#lib/dialogue/id.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { migrate } from '#prisma/migrate.ts';
import { createRoom } from '#prisma/rooms.ts';
import { markEnded, openSession } from '#prisma/sessions.ts';
import { createUser } from '#prisma/users.ts';

const token = () => randomBytes(16).toString('base64url');

/** Fresh ids of every kind. */
export const fresh = {
  room: () => v.parse(RoomId, token()),
  session: () => v.parse(SessionId, token()),
  move: () => v.parse(MoveId, token()),
  invitation: () => v.parse(InvitationId, token()),
  user: () => v.parse(UserId, token()),
  digest: () => v.parse(Digest, randomBytes(32).toString('base64url')),
};

export const exercise = { id: 'mirror-dialogue', version: 1 };

/** The path of a migrated database file of its own, removed when the test is over. */
export async function databaseFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'weerklank-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'weerklank.db');
  await migrate(file);
  return file;
}

/** A connection that is closed when the test is over. */
export async function connectionTo(file: string): Promise<Database> {
  const db = await createDatabase({ file });
  onTestFinished(() => db.$disconnect());
  return db;
}

/** A user with a room. */
export async function ownedRoom(db: Database) {
  const roomId = fresh.room();
  const userId = fresh.user();
  await createUser(db, userId);
  await createRoom(db, { roomId, userId, sealedName: 'sealed name of a', now: 1_000 });
  return { roomId, userId };
}

/** A session whose log can be written, in a room of its own. */
export async function sessionIn(db: Database): Promise<SessionId> {
  const { roomId } = await ownedRoom(db);
  const sessionId = fresh.session();
  await openSession(db, { sessionId, roomId, exercise, now: 2_000 });
  return sessionId;
}

/** Like `sessionIn`, already ended. */
export async function endedSession(db: Database, endedAt: number): Promise<SessionId> {
  const sessionId = await sessionIn(db);
  await markEnded(db, sessionId, endedAt);
  return sessionId;
}
