import * as v from 'valibot';
import { RoomId, SessionId, Time, UserId } from '#lib/dialogue/id.ts';
import { CaseId } from '#lib/observation.ts';
import type { Database } from './client.ts';
import { appendDurably, databaseFileOf, readIfThere, replaceDurably } from './durable-file.ts';

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * What was erased for good: words of a session, all its words, a whole session, what a therapist has of a
 * case, somebody's seat in a room, everything of a user, a room. Ids only.
 */
export const Erasure = v.variant('kind', [
  v.strictObject({
    kind: v.literal('words'),
    sessionId: SessionId,
    seqs: v.pipe(v.array(seq), v.readonly()),
  }),
  v.strictObject({ kind: v.literal('all-words'), sessionId: SessionId }),
  v.strictObject({ kind: v.literal('session'), sessionId: SessionId }),
  v.strictObject({ kind: v.literal('case'), caseId: CaseId }),
  v.strictObject({ kind: v.literal('seat'), roomId: RoomId, userId: UserId }),
  v.strictObject({ kind: v.literal('user'), userId: UserId }),
  v.strictObject({ kind: v.literal('room'), roomId: RoomId }),
]);
export type Erasure = v.InferOutput<typeof Erasure>;

const JournalEntry = v.strictObject({ v: v.literal(1), at: Time, erasure: Erasure });
export type JournalEntry = v.InferOutput<typeof JournalEntry>;

const Line = v.pipe(v.string(), v.parseJson(), JournalEntry);

/** The journal's file: beside the database, so that it outlives a restored copy of it. */
export async function journalFileOf(db: Database): Promise<string> {
  return `${await databaseFileOf(db)}.erasures`;
}

/**
 * Writes down what is about to be erased, durably, before it is. A backup that is put back later loses
 * it again (`reapplyErasures`). Throws when the file cannot be written; then nothing may be erased yet.
 */
export async function noteErasure(db: Database, erasure: Erasure, now: Time): Promise<void> {
  const entry: JournalEntry = { v: 1, at: now, erasure };
  const path = await journalFileOf(db);
  // A line that was cut off by a crash must not swallow this one.
  await appendDurably(path, `\n${JSON.stringify(entry)}\n`);
}

/** Everything in the journal, in order. A line that a crash cut off had no effect yet, and is left out. */
export async function journalEntries(db: Database): Promise<readonly JournalEntry[]> {
  const text = await readIfThere(await journalFileOf(db));
  return text.split('\n').flatMap((line) => {
    const entry = v.safeParse(Line, line);
    return entry.success ? [entry.output] : [];
  });
}

/** Puts these entries in the place of all that stands in the journal. Nothing else may write meanwhile. */
export async function replaceJournal(
  db: Database,
  entries: readonly JournalEntry[],
): Promise<void> {
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`);
  await replaceDurably(await journalFileOf(db), lines.join(''));
}
