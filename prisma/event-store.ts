import * as v from 'valibot';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { AppendOutcome, EventStore } from '#lib/event-store.ts';
import type { Database } from './client.ts';
import { eraseWords } from './erase.ts';
import { type Erasure, noteErasure } from './erasure-journal.ts';
import { EventRow, fromRow, toRow } from './event-row.ts';
import { groupCommit } from './group-commit.ts';
import { rowsOf } from './row.ts';
import { storageFailureOf } from './storage-failure.ts';
import { emptyWriteAheadLog } from './write-ahead-log.ts';

/** Bounds how long one commit keeps the process. */
const mostInOneCommit = 100;

const failed = { kind: 'failed', reason: 'storage' } as const;

interface Entry {
  sessionId: SessionId;
  event: DialogueEvent;
}

/** The logs in a database. Sessions must exist before their events; appending to none throws. */
export function createEventStore(db: Database): EventStore {
  const commit = groupCommit(
    (entries: readonly Entry[]) => appendAll(db, entries),
    mostInOneCommit,
  );
  return {
    append: (sessionId, event) => commit({ sessionId, event }),
    async read(sessionId, after, limit) {
      const rows = await rowsOf(EventRow, () =>
        db.event.findMany({
          where: { sessionId, seq: { gt: after } },
          orderBy: { seq: 'asc' },
          ...(limit === undefined ? {} : { take: limit }),
        }),
      );
      return rows.map(fromRow);
    },
    async eraseWords(sessionId, seqs) {
      try {
        const erasure: Erasure =
          seqs === 'all' ? { kind: 'all-words', sessionId } : { kind: 'words', sessionId, seqs };
        await noteErasure(db, erasure, Date.now());
        await eraseWords(db, sessionId, seqs);
      } catch (error) {
        if (storageFailureOf(error) === null) throw error;
        return failed;
      }
      return { kind: (await emptyWriteAheadLog(db)) ? 'erased' : 'pending' };
    },
  };
}

async function appendAll(db: Database, entries: readonly Entry[]): Promise<AppendOutcome[]> {
  // The same move handed in twice at once is inserted once, so that a row has one author.
  const firsts = new Map(entries.toReversed().map((entry) => [keyOf(entry), entry]));
  let inserted: ReadonlySet<string>;
  try {
    inserted = await insert(
      db,
      entries.filter((entry) => firsts.get(keyOf(entry)) === entry),
    );
  } catch (error) {
    if (storageFailureOf(error) === null) throw error;
    return entries.map(() => failed);
  }
  const isNew = (entry: Entry) => firsts.get(keyOf(entry)) === entry && inserted.has(keyOf(entry));
  const known = await findKnown(
    db,
    entries.filter((entry) => !isNew(entry)),
  );
  return entries.map((entry) => {
    if (isNew(entry)) return { kind: 'appended', seq: entry.event.seq };
    if (known === null) return failed;
    const event = known.get(keyOf(entry));
    return event ? { kind: 'known', event } : { kind: 'conflict' };
  });
}

const Inserted = v.object({ sessionId: v.string(), moveId: v.string() });

/**
 * One statement and so one commit, after which the rows it returns are durable. Rows that are
 * already there or do not follow are left out, here by a constraint, there by a trigger; and words, or a
 * cue, that are sealed with another key than the room has by then, here.
 */
async function insert(db: Database, entries: readonly Entry[]): Promise<ReadonlySet<string>> {
  const batch = JSON.stringify(entries.map(({ sessionId, event }) => toRow(sessionId, event)));
  const rows = await rowsOf(
    Inserted,
    () => db.$queryRaw`
      INSERT INTO "Event"
        ("sessionId", "seq", "moveId", "author", "at", "v", "fact", "sealed", "epoch", "prev", "hash")
      SELECT
        value ->> 'sessionId', value ->> 'seq', value ->> 'moveId', value ->> 'author',
        value ->> 'at', value ->> 'v', value ->> 'fact', value ->> 'sealed', value ->> 'epoch',
        value ->> 'prev', value ->> 'hash'
      FROM json_each(${batch})
      WHERE value ->> 'sealed' IS NULL OR NOT EXISTS (
        SELECT 1 FROM "Session" JOIN "Room" ON "Room"."id" = "Session"."roomId"
        WHERE "Session"."id" = value ->> 'sessionId' AND "Room"."epoch" <> value ->> 'epoch')
      ON CONFLICT DO NOTHING
      RETURNING "sessionId", "moveId"`,
  );
  return new Set(rows.map(({ sessionId, moveId }) => `${sessionId}/${moveId}`));
}

/** The events of these moves that are in the log; null when the storage cannot say. */
async function findKnown(
  db: Database,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, DialogueEvent> | null> {
  if (entries.length === 0) return new Map();
  const wanted = JSON.stringify(entries.map(({ sessionId, event }) => [sessionId, event.moveId]));
  try {
    const rows = await rowsOf(
      EventRow,
      () => db.$queryRaw`
        SELECT "Event".* FROM json_each(${wanted})
        JOIN "Event" ON "sessionId" = value ->> 0 AND "moveId" = value ->> 1`,
    );
    return new Map(rows.map((row) => [`${row.sessionId}/${row.moveId}`, fromRow(row)]));
  } catch (error) {
    if (storageFailureOf(error) === null) throw error;
    return null;
  }
}

/** Names a move in all logs. */
function keyOf({ sessionId, event }: Entry): string {
  return `${sessionId}/${event.moveId}`;
}
