import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import type { Database } from './client.ts';
import { patience } from './patiently.ts';
import { whole } from './row.ts';
import { storageFailureOf } from './storage-failure.ts';

const Checkpoint = v.tuple([v.object({ busy: whole })]);

/**
 * Moves everything from the write-ahead log into the database file and empties the log, so that no
 * older copy of a page is left in it. Tries for at most a second; never throws for trouble with the
 * storage.
 * @returns whether the log is empty. When not, ask again later.
 */
export async function emptyWriteAheadLog(db: Database): Promise<boolean> {
  const deadline = performance.now() + patience;
  for (;;) {
    if (await checkpoint(db)) return true;
    const wait = 10 + Math.random() * 40;
    if (performance.now() + wait > deadline) return false;
    await pause(wait);
  }
}

async function checkpoint(db: Database): Promise<boolean> {
  try {
    const [{ busy }] = v.parse(Checkpoint, await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`);
    return busy === 0;
  } catch (error) {
    if (storageFailureOf(error) === null) throw error;
    return false;
  }
}
