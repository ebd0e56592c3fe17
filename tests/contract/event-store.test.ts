import { readFile } from 'node:fs/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createMemoryEventStore } from '#lib/event-store.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { emptyWriteAheadLog } from '#prisma/write-ahead-log.ts';
import { connectionTo, databaseFile, fresh, sessionIn } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';
import { registerEventStoreContract } from './event-store.ts';

registerEventStoreContract('The memory', async () => ({
  store: createMemoryEventStore(),
  newSession: async () => fresh.session(),
}));

registerEventStoreContract('The database', async () => {
  const db = await connectionTo(await databaseFile());
  return { store: createEventStore(db), newSession: () => sessionIn(db) };
});

/** Every canary that can still be found in the files of a database. */
async function canariesIn(file: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const path of [file, `${file}-wal`]) {
    const bytes = await readFile(path, 'latin1');
    for (const [canary] of bytes.matchAll(/<\d+\.\d+>/g)) found.add(canary);
  }
  return found;
}

describe('The database as an event store', () => {
  it('throws for an event of no session, and loses none of the others', async () => {
    const db = await connectionTo(await databaseFile());
    const store = createEventStore(db);
    const sessions = await Promise.all(Array.from({ length: 5 }, () => sessionIn(db)));
    const outcomes = await Promise.allSettled(
      [...sessions, fresh.session()].map((sessionId) => store.append(sessionId, wordsAt(1))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...sessions.map(() => 'fulfilled'),
      'rejected',
    ]);
    for (const sessionId of sessions) expect(await store.read(sessionId, 0)).toHaveLength(1);
  });

  it('orders the moves that come through two connections', async () => {
    const file = await databaseFile();
    const one = await connectionTo(file);
    const stores = [createEventStore(one), createEventStore(await connectionTo(file))];
    const sessionId = await sessionIn(one);
    for (let seq = 1; seq <= 20; seq++) {
      const outcomes = await Promise.all(
        stores.map((store) => store.append(sessionId, wordsAt(seq))),
      );
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['appended', 'conflict']);
    }
    const logs = await Promise.all(stores.map((store) => store.read(sessionId, 0)));
    expect(logs[0]).toHaveLength(20);
    expect(logs[0]).toEqual(logs[1]);
  });

  it('leaves no byte of erased words in its files', async () => {
    const file = await databaseFile();
    const db = await connectionTo(file);
    const store = createEventStore(db);
    const sessions = await Promise.all(Array.from({ length: 12 }, () => sessionIn(db)));
    for (let seq = 1; seq <= 25; seq++) {
      // Lengths from a few bytes to several pages, so that pages split, overflow and are merged.
      await Promise.all(
        sessions.map((sessionId, index) =>
          store.append(
            sessionId,
            wordsAt(seq, `<${index}.${seq}>`.repeat(1 + ((seq * 37 + index * 101) % 900))),
          ),
        ),
      );
    }
    expect((await canariesIn(file)).size).toBe(12 * 25);
    for (const [index, sessionId] of sessions.entries()) {
      expect(await store.eraseWords(sessionId, [1, 3, 5])).toEqual({ kind: 'erased' });
      if (index % 2 === 0) {
        expect(await store.eraseWords(sessionId, 'all')).toEqual({ kind: 'erased' });
      }
      const left = await canariesIn(file);
      const gone = [...left].filter((canary) => canary.startsWith(`<${index}.`));
      expect(gone).toHaveLength(index % 2 === 0 ? 0 : 22);
    }
    for (const sessionId of sessions) await store.eraseWords(sessionId, 'all');
    expect(await canariesIn(file)).toEqual(new Set());
  });

  it('says so when a reader keeps erased words in the write-ahead log, and finishes later', async () => {
    const file = await databaseFile();
    const db = await connectionTo(file);
    const store = createEventStore(db);
    const sessionId = await sessionIn(db);
    await store.append(sessionId, wordsAt(1, '<1.1>'));
    const reader = new Sqlite(file);
    reader.exec('BEGIN; SELECT count(*) FROM "Event"');
    reader.prepare('SELECT count(*) FROM "Event"').get();
    expect(await store.eraseWords(sessionId, 'all')).toEqual({ kind: 'pending' });
    expect((await store.read(sessionId, 0))[0]?.sealed).toBeNull();
    expect(await canariesIn(file)).toEqual(new Set(['<1.1>']));
    reader.close();
    expect(await emptyWriteAheadLog(db)).toBe(true);
    expect(await canariesIn(file)).toEqual(new Set());
  });
});
