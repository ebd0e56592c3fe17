import { constants } from 'node:fs';
import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { Database } from './client.ts';
import { rowsOf } from './row.ts';

const Files = v.object({ name: v.string(), file: v.string() });

/** The path of a database: what must outlive a restored copy of it lies beside it. */
export async function databaseFileOf(db: Database): Promise<string> {
  const files = await rowsOf(Files, () => db.$queryRaw`PRAGMA database_list`);
  const main = files.find(({ name }) => name === 'main');
  if (!main?.file) throw new Error('A database without a file');
  return main.file;
}

/** What is in a file; nothing when there is none. */
export async function readIfThere(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (v.is(v.object({ code: v.literal('ENOENT') }), error)) return '';
    throw error;
  });
}

/** Adds to a file, for its owner alone, and resolves when that would outlive a power cut. */
export function appendDurably(path: string, text: string): Promise<void> {
  return writeDurably(path, 'a', text);
}

/** Puts a text in the place of all that is in a file: after a power cut it is one or the other. */
export async function replaceDurably(path: string, text: string): Promise<void> {
  // Another process may be doing the same.
  const fresh = `${path}.${process.pid}.new`;
  await writeDurably(fresh, 'w', text);
  await rename(fresh, path);
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
