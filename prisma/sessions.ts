import * as v from 'valibot';
import { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { RoomId, SessionId, type Time } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { whole } from './row.ts';

/** Whether the words of a session wait for both answers, stay, or are gone. */
export const Words = v.picklist(['asked', 'kept', 'gone']);
export type Words = v.InferOutput<typeof Words>;

/** A session as it stands beside its log. */
export interface SessionEntry {
  sessionId: SessionId;
  roomId: RoomId;
  exercise: ExerciseRef;
  openedAt: Time;
  endedAt: Time | null;
  words: Words;
}

export type PastSession = SessionEntry & { endedAt: Time };

/** `taken`: the id belongs to a session of another room. */
export type Opening = { kind: 'opened' } | { kind: 'busy'; open: SessionEntry } | { kind: 'taken' };

/**
 * Opens a session in an existing room, unless one is open there. Asking the same again is harmless:
 * the answer for a session of this room that exists already is `opened`.
 */
export async function openSession(
  db: Database,
  session: { sessionId: SessionId; roomId: RoomId; exercise: ExerciseRef; now: Time },
): Promise<Opening> {
  const { sessionId, roomId, exercise, now } = session;
  for (;;) {
    const inserted = await patiently(
      () => db.$executeRaw`
        INSERT INTO "Session" ("id", "roomId", "exerciseId", "exerciseVersion", "openedAt")
        VALUES (${sessionId}, ${roomId}, ${exercise.id}, ${exercise.version}, ${now})
        ON CONFLICT DO NOTHING`,
    );
    if (inserted > 0) return { kind: 'opened' };
    const existing = await sessionOf(db, sessionId);
    if (existing) return { kind: existing.roomId === roomId ? 'opened' : 'taken' };
    const open = await openOne(db, roomId);
    if (open) return { kind: 'busy', open };
    // The one that stood in the way ended in between.
  }
}

/** The session of this id, or null. */
export async function sessionOf(db: Database, sessionId: SessionId): Promise<SessionEntry | null> {
  const row = await patiently(() => db.session.findUnique({ where: { id: sessionId } }));
  return row && toEntry(row);
}

/**
 * The room's open session, else the latest whose words still wait for an answer, else null. One whose
 * opening was cut off before its first event is none yet.
 */
export async function currentSession(db: Database, roomId: RoomId): Promise<SessionEntry | null> {
  const open = await patiently(() =>
    db.session.findFirst({ where: { roomId, endedAt: null, events: { some: {} } } }),
  );
  if (open) return toEntry(open);
  const row = await patiently(() =>
    db.session.findFirst({
      where: { roomId, endedAt: { not: null }, words: 'asked' },
      orderBy: { openedAt: 'desc' },
    }),
  );
  return row && toEntry(row);
}

/** Every session of a room that was begun, the oldest first. */
export async function sessionsOf(db: Database, roomId: RoomId): Promise<readonly SessionEntry[]> {
  const rows = await patiently(() =>
    db.session.findMany({
      where: { roomId, events: { some: {} } },
      orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    }),
  );
  return rows.map(toEntry);
}

/** The sessions of a room that ended, newest first. */
export async function pastSessions(db: Database, roomId: RoomId): Promise<readonly PastSession[]> {
  const rows = await patiently(() =>
    db.session.findMany({
      where: { roomId, endedAt: { not: null }, events: { some: {} } },
      orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    }),
  );
  return rows.map(toEntry).filter((entry): entry is PastSession => entry.endedAt !== null);
}

/** Notes that a session ended, which lets the room open another. The first moment stays. */
export async function markEnded(db: Database, sessionId: SessionId, endedAt: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Session" SET "endedAt" = ${endedAt}
      WHERE "id" = ${sessionId} AND "endedAt" IS NULL`,
  );
}

/** Puts aside a session whose opening was cut off before its first event, so that another can open. */
export async function putAside(db: Database, sessionId: SessionId, now: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Session" SET "endedAt" = ${now}, "words" = 'gone'
      WHERE "id" = ${sessionId} AND "endedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Event" WHERE "sessionId" = ${sessionId})`,
  );
}

/** Notes what becomes of the words. What is gone stays gone. */
export async function markWords(
  db: Database,
  sessionId: SessionId,
  words: 'kept' | 'gone',
): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Session" SET "words" = ${words} WHERE "id" = ${sessionId} AND "words" <> 'gone'`,
  );
}

async function openOne(db: Database, roomId: RoomId): Promise<SessionEntry | null> {
  const row = await patiently(() => db.session.findFirst({ where: { roomId, endedAt: null } }));
  return row && toEntry(row);
}

const SessionRow = v.object({
  id: SessionId,
  roomId: RoomId,
  exerciseId: v.string(),
  exerciseVersion: whole,
  openedAt: whole,
  endedAt: v.nullable(whole),
  words: Words,
});

function toEntry(found: unknown): SessionEntry {
  const { id, exerciseId, exerciseVersion, ...row } = v.parse(SessionRow, found);
  const exercise = v.parse(ExerciseRef, { id: exerciseId, version: exerciseVersion });
  return { sessionId: id, exercise, ...row };
}
