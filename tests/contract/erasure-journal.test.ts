import { appendFile, copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Email } from '#lib/account.ts';
import { accountByEmail, createAccount, deleteAccount } from '#prisma/accounts.ts';
import { createDatabase } from '#prisma/client.ts';
import { journalEntries, journalFileOf, noteErasure } from '#prisma/erasure-journal.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { reapplyErasures } from '#prisma/reapply-erasures.ts';
import { sessionOf } from '#prisma/sessions.ts';
import { emptyWriteAheadLog } from '#prisma/write-ahead-log.ts';
import { newCanaries, sightings } from '#tests/support/canaries.ts';
import { databaseBytes } from '#tests/support/database-bytes.ts';
import { keysEntry, passwordEntry } from '#tests/support/owner.ts';
import { connectionTo, databaseFile, ownedRoom, sessionIn } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';

const [erased = '', kept = '', gone = ''] = newCanaries(3);

/** A database with three canaries in the words of two sessions, and a backup of it. */
async function backedUp() {
  const file = await databaseFile();
  const db = await createDatabase({ file });
  const store = createEventStore(db);
  const one = await sessionIn(db);
  await store.append(one, { ...wordsAt(1), sealed: erased });
  await store.append(one, { ...wordsAt(2), sealed: kept });
  const two = await sessionIn(db);
  await store.append(two, { ...wordsAt(1), sealed: gone });
  await emptyWriteAheadLog(db);
  const backup = `${file}.backup`;
  await copyFile(file, backup);
  return { file, db, store, one, two, backup };
}

/** Puts a backup in the place of a database, as a host would: the file alone. */
async function restore(file: string, backup: string) {
  for (const tail of ['-wal', '-shm']) await rm(file + tail, { force: true });
  await copyFile(backup, file);
}

describe('The journal of erasures', () => {
  it('makes a backup that is put back lose every word that was erased since', async () => {
    const { file, db, store, one, two, backup } = await backedUp();
    expect(await store.eraseWords(one, [1])).toEqual({ kind: 'erased' });
    expect(await store.eraseWords(two, 'all')).toEqual({ kind: 'erased' });
    expect(sightings([erased, gone], databaseBytes(file))).toEqual([]);
    await db.$disconnect();

    await restore(file, backup);
    expect(sightings([erased, kept, gone], databaseBytes(file))).toHaveLength(3);
    const again = await connectionTo(file);
    expect(await reapplyErasures(again, Date.now())).toBe(2);
    expect(sightings([erased, gone], databaseBytes(file))).toEqual([]);
    expect(sightings([kept], databaseBytes(file))).toEqual(['db: canary 0']);
    // What is shown of the talk whose words all went says so.
    expect(await sessionOf(again, two)).toMatchObject({ words: 'gone' });
    expect(await sessionOf(again, one)).toMatchObject({ words: 'asked', endedAt: null });
  });

  it('makes a backup that is put back lose an account that was deleted since', async () => {
    const file = await databaseFile();
    const db = await createDatabase({ file });
    const { roomId, userId } = await ownedRoom(db);
    const email = v.parse(Email, 'somebody@home.be');
    const entry = { ...passwordEntry('one'), ...keysEntry('one'), passwordHash: 'hash' };
    await createAccount(db, { ...entry, userId, email, role: 'partner', consent: 1, now: 2_000 });
    await emptyWriteAheadLog(db);
    await copyFile(file, `${file}.backup`);
    await deleteAccount(db, userId, 3_000);
    await db.$disconnect();

    await restore(file, `${file}.backup`);
    const again = await connectionTo(file);
    expect(await accountByEmail(again, email)).not.toBeNull();
    await reapplyErasures(again, Date.now());
    expect(await accountByEmail(again, email)).toBeNull();
    expect(await again.user.count()).toBe(0);
    expect(await again.room.count({ where: { id: roomId } })).toBe(0);
    expect(sightings([email], databaseBytes(file))).toEqual([]);
  });

  it('is written before anything is erased: without it nothing goes', async () => {
    const { db, store, one } = await backedUp();
    await db.$disconnect();
    const path = await journalFileOf(db);
    await mkdir(path);
    await expect(store.eraseWords(one, [1])).rejects.toThrow('EISDIR');
    const [first] = await store.read(one, 0);
    expect(first?.sealed).toBe(erased);
    await db.$disconnect();
  });

  it('holds ids and nothing else', async () => {
    const { db, store, one } = await backedUp();
    await store.eraseWords(one, [1]);
    const text = await readFile(await journalFileOf(db), 'utf8');
    expect(JSON.parse(text)).toEqual({
      v: 1,
      at: expect.any(Number),
      erasure: { kind: 'words', sessionId: one, seqs: [1] },
    });
    await db.$disconnect();
  });

  it('loses no line to another that a crash cut off', async () => {
    const { db, one } = await backedUp();
    const path = await journalFileOf(db);
    await noteErasure(db, { kind: 'all-words', sessionId: one }, 1);
    await appendFile(path, '\n{"v":1,"at":2,"erasure":{"kind":"all-wo');
    await noteErasure(db, { kind: 'session', sessionId: one }, 3);
    expect((await journalEntries(db)).map(({ at }) => at)).toEqual([1, 3]);
    await db.$disconnect();
  });

  it('drops its lines when no backup can be that old any more', async () => {
    const { db, one } = await backedUp();
    const now = Date.parse('2030-01-01');
    await noteErasure(db, { kind: 'session', sessionId: one }, Date.parse('2027-11-01'));
    await noteErasure(db, { kind: 'all-words', sessionId: one }, Date.parse('2029-11-01'));
    await reapplyErasures(db, now);
    expect((await journalEntries(db)).map(({ erasure }) => erasure.kind)).toEqual(['all-words']);
    await db.$disconnect();
  });

  it('leaves alone what came after: somebody who came back, a room made again', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, userId } = await ownedRoom(db);
    const before = 999;
    await noteErasure(db, { kind: 'seat', roomId, userId }, before);
    await noteErasure(db, { kind: 'room', roomId }, before);
    await reapplyErasures(db, Date.now());
    expect(await db.seat.findMany()).toMatchObject([{ userId, leftAt: null }]);
    await noteErasure(db, { kind: 'user', userId }, Date.now());
    await reapplyErasures(db, Date.now());
    expect(await db.room.count()).toBe(0);
    expect(await db.user.count()).toBe(0);
  });
});
