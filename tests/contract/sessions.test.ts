import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { roomsOf } from '#prisma/rooms.ts';
import {
  currentSession,
  markEnded,
  markWords,
  openSession,
  pastSessions,
  putAside,
  sessionOf,
} from '#prisma/sessions.ts';
import { unsettledSessions } from '#prisma/unsettled-sessions.ts';
import {
  connectionTo,
  databaseFile,
  endedSession,
  exercise,
  fresh,
  ownedRoom,
  sessionIn,
} from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';

const database = async () => connectionTo(await databaseFile());

/** Until its first event is there, a session is none to anyone who looks. */
const begin = (db: Database, sessionId: SessionId) =>
  createEventStore(db).append(sessionId, wordsAt(1));

describe('A session whose opening was cut off', () => {
  it('is put aside for another, and is no talk of the past', async () => {
    const db = await database();
    const { roomId } = await ownedRoom(db);
    const cutOff = { sessionId: fresh.session(), roomId, exercise, now: 5 };
    const next = { ...cutOff, sessionId: fresh.session(), now: 7 };
    await openSession(db, cutOff);
    await putAside(db, cutOff.sessionId, 6);
    expect(await openSession(db, next)).toEqual({ kind: 'opened' });
    await begin(db, next.sessionId);
    await putAside(db, next.sessionId, 8);
    expect(await pastSessions(db, roomId)).toEqual([]);
    expect((await currentSession(db, roomId))?.sessionId).toBe(next.sessionId);
  });
});

describe('A room', () => {
  it('has one open session, however many are asked for at once', async () => {
    const file = await databaseFile();
    const dbs = [await connectionTo(file), await connectionTo(file)] as const;
    const { roomId } = await ownedRoom(dbs[0]);
    const ids = Array.from({ length: 40 }, fresh.session);
    const answers = await Promise.all(
      ids.map((sessionId, index) =>
        openSession(dbs[index % 2 === 0 ? 0 : 1], { sessionId, roomId, exercise, now: 1 }),
      ),
    );
    const winner = ids.find((_, index) => answers[index]?.kind === 'opened');
    expect(answers.filter(({ kind }) => kind === 'opened')).toHaveLength(1);
    expect(
      answers.filter((answer) => answer.kind === 'busy' && answer.open.sessionId === winner),
    ).toHaveLength(39);
    expect(await currentSession(dbs[1], roomId)).toBeNull();
    if (!winner) throw new Error('Nobody opened it');
    await begin(dbs[0], winner);
    expect((await currentSession(dbs[1], roomId))?.sessionId).toBe(winner);
  });

  it('opens the same session again for the same asking, and another when it has ended', async () => {
    const db = await database();
    const { roomId, userId } = await ownedRoom(db);
    const first = { sessionId: fresh.session(), roomId, exercise, now: 5 };
    const second = { ...first, sessionId: fresh.session(), now: 7 };
    expect(await openSession(db, first)).toEqual({ kind: 'opened' });
    expect(await openSession(db, first)).toEqual({ kind: 'opened' });
    expect(await openSession(db, second)).toMatchObject({
      kind: 'busy',
      open: { sessionId: first.sessionId, openedAt: 5 },
    });
    await markEnded(db, first.sessionId, 6);
    await markEnded(db, first.sessionId, 60);
    expect(await openSession(db, first)).toEqual({ kind: 'opened' });
    expect(await openSession(db, second)).toEqual({ kind: 'opened' });
    expect(await sessionOf(db, first.sessionId)).toEqual({
      sessionId: first.sessionId,
      roomId,
      exercise,
      openedAt: 5,
      endedAt: 6,
      words: 'asked',
    });
    expect(await sessionOf(db, fresh.session())).toBeNull();
    expect(await roomsOf(db, userId)).toEqual([{ roomId, seat: 'a', lastSessionAt: 7 }]);
  });

  it('does not open a session of another room', async () => {
    const db = await database();
    const sessionId = await sessionIn(db);
    const { roomId } = await ownedRoom(db);
    const asked = { sessionId, roomId, exercise, now: 1 };
    expect(await openSession(db, asked)).toEqual({ kind: 'taken' });
    expect(await currentSession(db, roomId)).toBeNull();
  });

  it('shows the open session, else the latest that waits for an answer, and the past newest first', async () => {
    const db = await database();
    const { roomId } = await ownedRoom(db);
    const ids = [fresh.session(), fresh.session(), fresh.session()] as const;
    const current = async () => (await currentSession(db, roomId))?.sessionId ?? null;
    for (const [index, sessionId] of ids.entries()) {
      await openSession(db, { sessionId, roomId, exercise, now: 10 * index });
      await begin(db, sessionId);
      expect(await current()).toBe(sessionId);
      if (index < 2) await markEnded(db, sessionId, 10 * index + 5);
    }
    expect((await pastSessions(db, roomId)).map(({ sessionId }) => sessionId)).toEqual([
      ids[1],
      ids[0],
    ]);
    await markEnded(db, ids[2], 25);
    expect(await current()).toBe(ids[2]);
    await markWords(db, ids[2], 'kept');
    expect(await current()).toBe(ids[1]);
    await markWords(db, ids[1], 'gone');
    await markWords(db, ids[0], 'kept');
    expect(await current()).toBeNull();
    expect((await pastSessions(db, roomId)).map(({ words }) => words)).toEqual([
      'kept',
      'gone',
      'kept',
    ]);
    expect(await pastSessions(db, fresh.room())).toEqual([]);
  });
});

describe('The words of a session', () => {
  it('stay gone, whatever is noted after', async () => {
    const db = await database();
    const noted = fc.array(fc.constantFrom('kept' as const, 'gone' as const), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(noted, async (marks) => {
        const sessionId = await endedSession(db, 5);
        for (const words of marks) await markWords(db, sessionId, words);
        const last = marks.includes('gone') ? 'gone' : (marks.at(-1) ?? 'asked');
        expect((await sessionOf(db, sessionId))?.words).toBe(last);
      }),
      { numRuns: 20 },
    );
  });
});

describe('A sweeper', () => {
  it('finds what was never answered and what was cut off before it was erased', async () => {
    const db = await database();
    const store = createEventStore(db);
    const [waiting, recent, kept, gone, clean, erased] = await Promise.all([
      endedSession(db, 100),
      endedSession(db, 200),
      endedSession(db, 100),
      endedSession(db, 100),
      endedSession(db, 100),
      endedSession(db, 200),
    ]);
    const running = await sessionIn(db);
    for (const sessionId of [waiting, recent, kept, gone, clean, erased, running]) {
      for (const seq of [1, 2, 3]) await store.append(sessionId, wordsAt(seq));
    }
    await markWords(db, kept, 'kept');
    await markWords(db, gone, 'gone');
    await markWords(db, clean, 'gone');
    await store.eraseWords(clean, 'all');
    const erasure = {
      ...wordsAt(4),
      sealed: null,
      fact: { type: 'erased' as const, seqs: [1, 3] },
    };
    await store.append(erased, erasure);
    const unanswered = { kind: 'unanswered', sessionId: waiting };
    expect(await unsettledSessions(db, 200)).toEqual([
      unanswered,
      { kind: 'words-left', sessionId: gone },
      { kind: 'erasure-left', sessionId: erased, seqs: [1, 3] },
    ]);
    await store.eraseWords(gone, 'all');
    await store.eraseWords(erased, [1]);
    expect(await unsettledSessions(db, 100)).toEqual([
      { kind: 'erasure-left', sessionId: erased, seqs: [3] },
    ]);
    await store.eraseWords(erased, [3]);
    expect(await unsettledSessions(db, 200)).toEqual([unanswered]);
  });

  it('finds its work through indexes, not by reading every event', async () => {
    const db = await database();
    const plan = await db.$queryRaw<{ detail: string }[]>`
      EXPLAIN QUERY PLAN SELECT DISTINCT "sessionId" FROM "Event"
      JOIN "Session" ON "Session"."id" = "sessionId"
      WHERE "sealed" IS NOT NULL AND "words" = 'gone'`;
    expect(plan.map(({ detail }) => detail).join('\n')).toContain('Event_sealed_idx');
  });
});
