import { constants } from 'node:fs';
import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { RoomId, SessionId, Time, UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { rowsOf } from './row.ts';

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * What was erased for good: words of a session, all its words, a whole session, somebody's seat in a
 * room, everything of a user, a room. Ids only.
 */
export const Erasure = v.variant('kind', [
  v.strictObject({
    kind: v.literal('words'),
    sessionId: SessionId,
    seqs: v.pipe(v.array(seq), v.readonly()),
  }),
  v.strictObject({ kind: v.literal('all-words'), sessionId: SessionId }),
  v.strictObject({ kind: v.literal('session'), sessionId: SessionId }),
  v.strictObject({ kind: v.literal('seat'), roomId: RoomId, userId: UserId }),
  v.strictObject({ kind: v.literal('user'), userId: UserId }),
  v.strictObject({ kind: v.literal('room'), roomId: RoomId }),
]);
export type Erasure = v.InferOutput<typeof Erasure>;

const JournalEntry = v.strictObject({ v: v.literal(1), at: Time, erasure: Erasure });
export type JournalEntry = v.InferOutput<typeof JournalEntry>;

const Line = v.pipe(v.string(), v.parseJson(), JournalEntry);

const Files = v.object({ name: v.string(), file: v.string() });

/** The journal's file: beside the database, so that it outlives a restored copy of it. */
export async function journalFileOf(db: Database): Promise<string> {
  const files = await rowsOf(Files, () => db.$queryRaw`PRAGMA database_list`);
  const main = files.find(({ name }) => name === 'main');
  if (!main?.file) throw new Error('A database without a file');
  return `${main.file}.erasures`;
}

/**
 * Writes down what is about to be erased, durably, before it is. A backup that is put back later loses
 * it again (`reapplyErasures`). Throws when the file cannot be written; then nothing may be erased yet.
 */
export async function noteErasure(db: Database, erasure: Erasure, now: Time): Promise<void> {
  const entry: JournalEntry = { v: 1, at: now, erasure };
  const path = await journalFileOf(db);
  // A line that was cut off by a crash must not swallow this one.
  await writeDurably(path, 'a', `\n${JSON.stringify(entry)}\n`);
}

/** Everything in the journal, in order. A line that a crash cut off had no effect yet, and is left out. */
export async function journalEntries(db: Database): Promise<readonly JournalEntry[]> {
  const text = await readFile(await journalFileOf(db), 'utf8').catch((error: unknown) => {
    if (v.is(v.object({ code: v.literal('ENOENT') }), error)) return '';
    throw error;
  });
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
  const path = await journalFileOf(db);
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`);
  await writeDurably(`${path}.new`, 'w', lines.join(''));
  await rename(`${path}.new`, path);
  await syncFolder(path);
}

async function writeDurably(path: string, flags: 'a' | 'w', text: string): Promise<void> {
  const file = await open(path, flags, 0o600);
  const { size } = await file.stat();
  await using(file, async () => {
    await file.write(text);
    await file.sync();
  });
  if (size === 0) await syncFolder(path);
}

/** So that a file that is new is still there after the power went. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), constants.O_RDONLY);
  await using(folder, () => folder.sync());
}

async function using(file: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await file.close();
  }
}
