import { describe, expect, it } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { Database } from '#prisma/client.ts';
import { journalEntries } from '#prisma/erasure-journal.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { leaveRoom } from '#prisma/leaving.ts';
import { eraseOwnWords } from '#prisma/own-moves.ts';
import { openSession } from '#prisma/sessions.ts';
import { storageFailureOf } from '#prisma/storage-failure.ts';
import { shortTalk } from '#tests/support/short-talk.ts';
import { connectionTo, databaseFile, fresh, ownedRoom } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';

const exercise = { id: shortTalk.id, version: shortTalk.version };
const findExercise = () => shortTalk;

/** A talk in which seat a said something. */
async function talk() {
  const db = await connectionTo(await databaseFile());
  const { roomId, userId } = await ownedRoom(db);
  const sessionId = fresh.session();
  await openSession(db, { sessionId, roomId, exercise, now: 2_000 });
  const store = createEventStore(db);
  const opened: DialogueEvent = {
    ...wordsAt(1),
    fact: { type: 'opened', exercise, mode: 'written' },
    sealed: null,
    hash: null,
  };
  await store.append(sessionId, opened);
  await store.append(sessionId, { ...wordsAt(2), author: 'a', fact: { type: 'sent' } });
  const mover = { roomId, seat: 'a', leftAt: null, now: 9_000, findExercise } as const;
  const wordsLeft = () => db.event.count({ where: { sessionId, sealed: { not: null } } });
  const facts = async () => (await store.read(sessionId, 0)).map(({ fact }) => fact.type);
  return { db, roomId, userId, sessionId, mover, wordsLeft, facts };
}

/** From here on another always takes the place in a log first. */
async function loseEveryPlace(db: Database) {
  await db.$executeRaw`
    CREATE TRIGGER "taken" BEFORE INSERT ON "Event" BEGIN SELECT RAISE(IGNORE); END`;
  return () => db.$executeRaw`DROP TRIGGER "taken"`;
}

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'went well',
    (error: unknown) => storageFailureOf(error),
  );

describe('Words that somebody erases from a page', () => {
  it('stand, and it is said that they do, when the log did not take their erasure', async () => {
    const { db, mover, wordsLeft, facts } = await talk();
    const again = await loseEveryPlace(db);
    expect(await failureOf(eraseOwnWords(db, mover))).toBe('busy');
    expect(await wordsLeft()).toBe(1);
    expect(await journalEntries(db)).toEqual([]);
    await again();
    await eraseOwnWords(db, mover);
    expect([await wordsLeft(), await facts()]).toEqual([0, ['opened', 'sent', 'erased']]);
  });

  it('go when it is asked again after only the log took their erasure', async () => {
    const { db, sessionId, mover, wordsLeft, facts } = await talk();
    await db.$executeRaw`
      CREATE TRIGGER "kept" BEFORE UPDATE OF "sealed" ON "Event"
      BEGIN SELECT RAISE(IGNORE); END`;
    await eraseOwnWords(db, mover);
    expect([await wordsLeft(), await facts()]).toEqual([1, ['opened', 'sent', 'erased']]);
    await db.$executeRaw`DROP TRIGGER "kept"`;
    await eraseOwnWords(db, mover);
    expect([await wordsLeft(), await facts()]).toEqual([0, ['opened', 'sent', 'erased']]);
    expect((await journalEntries(db)).map(({ erasure }) => erasure)).toEqual([
      { kind: 'words', sessionId, seqs: [2] },
      { kind: 'words', sessionId, seqs: [2] },
    ]);
  });

  it('keep their author in the room until both are done', async () => {
    const { db, roomId, userId, mover, wordsLeft } = await talk();
    const again = await loseEveryPlace(db);
    const leaver = { roomId, userId, now: 9_000, findExercise, erase: true };
    expect(await failureOf(leaveRoom(db, leaver))).toBe('busy');
    expect(await db.seat.count({ where: { userId } })).toBe(1);
    await again();
    await eraseOwnWords(db, mover);
    expect(await wordsLeft()).toBe(0);
  });
});
