import Sqlite from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { storageFailureOf } from '#prisma/storage-failure.ts';
import { createUser } from '#prisma/users.ts';
import { connectionTo, databaseFile, fresh, sessionIn } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';

async function subject() {
  const file = await databaseFile();
  const db = await connectionTo(file);
  return { file, db, store: createEventStore(db), sessionId: await sessionIn(db) };
}

/** Another program that holds the write lock until `release`. */
function lock(file: string) {
  const other = new Sqlite(file);
  onTestFinished(() => {
    other.close();
  });
  other.exec('BEGIN IMMEDIATE');
  return { release: () => other.exec('ROLLBACK') };
}

const failed = { kind: 'failed', reason: 'storage' };

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  return work().then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

describe('A locked database', () => {
  it('fails an append within a second or so, without keeping the process', async () => {
    const { file, store, sessionId } = await subject();
    const event = wordsAt(1);
    const { release } = lock(file);
    let turns = 0;
    const clock = setInterval(() => turns++, 5);
    const began = performance.now();
    const outcomes = await Promise.all([
      store.append(sessionId, event),
      store.append(sessionId, wordsAt(1)),
    ]);
    clearInterval(clock);
    expect(outcomes).toEqual([failed, failed]);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(turns).toBeGreaterThan(20);
    expect(await store.read(sessionId, 0)).toEqual([]);
    release();
    expect(await store.append(sessionId, event)).toEqual({ kind: 'appended', seq: 1 });
  });

  it('is waited for when it opens in time, and loses nothing that follows', async () => {
    const { file, store, sessionId } = await subject();
    const { release } = lock(file);
    const appending = store.append(sessionId, wordsAt(1));
    setTimeout(release, 100);
    expect(await appending).toEqual({ kind: 'appended', seq: 1 });
    for (let seq = 2; seq <= 50; seq++) await store.append(sessionId, wordsAt(seq));
    const other = new Sqlite(file, { readonly: true });
    expect(other.prepare('SELECT count(*) FROM "Event"').pluck().get()).toBe(50);
    other.close();
  });

  it('fails an erasure, which can be asked again', async () => {
    const { file, store, sessionId } = await subject();
    await store.append(sessionId, wordsAt(1));
    const { release } = lock(file);
    expect(await store.eraseWords(sessionId, 'all')).toEqual(failed);
    release();
    expect(await store.eraseWords(sessionId, 'all')).toEqual({ kind: 'erased' });
  });

  it('is told from a bug wherever it is met', async () => {
    const { file, db } = await subject();
    lock(file);
    const raw = await thrownBy(() => db.$executeRaw`INSERT INTO "User" VALUES ('x')`);
    const model = await thrownBy(() => db.user.create({ data: { id: 'x' } }));
    const patient = await thrownBy(() => createUser(db, fresh.user()));
    expect([raw, model, patient].map(storageFailureOf)).toEqual(['busy', 'busy', 'busy']);
  });
});

describe('A full disk', () => {
  it('fails appends, keeps what was acknowledged, and goes on once there is room', async () => {
    const { db, store, sessionId } = await subject();
    const pages = Number(Object.values((await pragma(db, 'page_count'))[0] ?? {})[0]);
    await pragma(db, `max_page_count = ${pages + 20}`);
    const stored: DialogueEvent[] = [];
    for (;;) {
      const event = wordsAt(stored.length + 1, 'x'.repeat(3_000));
      const outcome = await store.append(sessionId, event);
      if (outcome.kind !== 'appended') {
        expect(outcome).toEqual(failed);
        expect(await store.append(sessionId, event)).toEqual(failed);
        expect(await store.read(sessionId, 0)).toEqual(stored);
        await pragma(db, 'max_page_count = 1000000');
        expect(await store.append(sessionId, event)).toEqual({ kind: 'appended', seq: event.seq });
        break;
      }
      stored.push(event);
    }
    expect(stored.length).toBeGreaterThan(5);
  });
});

describe('A database that may only be read', () => {
  it('fails appends and erasures, and can still be read', async () => {
    const { db, store, sessionId } = await subject();
    const event = wordsAt(1);
    await store.append(sessionId, event);
    await pragma(db, 'query_only = ON');
    expect(await store.append(sessionId, wordsAt(2))).toEqual(failed);
    expect(await store.eraseWords(sessionId, 'all')).toEqual(failed);
    expect(await store.append(sessionId, event)).toEqual(failed);
    expect(await store.read(sessionId, 0)).toEqual([event]);
    const error = await thrownBy(() => createUser(db, fresh.user()));
    expect(storageFailureOf(error)).toBe('read-only');
  });
});

function pragma(db: Awaited<ReturnType<typeof connectionTo>>, text: string) {
  return db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${text}`);
}

describe('The classifier', () => {
  it('knows the driver, the adapter and the client by their codes', () => {
    const shapes = (code: string) => [
      { code },
      { cause: { originalCode: code } },
      { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: code } } } },
    ];
    const failures = {
      SQLITE_BUSY: 'busy',
      SQLITE_BUSY_SNAPSHOT: 'busy',
      SQLITE_FULL: 'full',
      SQLITE_READONLY_DBMOVED: 'read-only',
      SQLITE_IOERR_FSYNC: 'io',
      SQLITE_CANTOPEN: 'cannot-open',
      UNKNOWN_SQLITE_ERROR_778: 'io',
      SQLITE_CONSTRAINT_UNIQUE: null,
      SQLITE_CORRUPT: null,
      SQLITE_ERROR: null,
      UNKNOWN_SQLITE_ERROR_19: null,
    };
    for (const [code, failure] of Object.entries(failures)) {
      expect(shapes(code).map(storageFailureOf)).toEqual([failure, failure, failure]);
    }
  });

  it('takes nothing else for trouble with the storage', async () => {
    const { db } = await subject();
    const syntax = await thrownBy(() => db.$queryRaw`SELEC 1`);
    const reference = await thrownBy(
      () => db.$executeRaw`INSERT INTO "Seat" ("roomId", "seat") VALUES ('none', 'a')`,
    );
    for (const error of [syntax, reference, new Error('busy'), null, undefined, 'SQLITE_BUSY']) {
      expect(storageFailureOf(error)).toBeNull();
    }
  });
});
