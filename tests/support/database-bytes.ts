import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/** Every byte of a database: the file, its write-ahead log and the index of that. */
export function databaseBytes(file: string): Record<string, Buffer> {
  const names = [file, `${file}-wal`, `${file}-shm`, `${file}-journal`];
  const there = names.filter((name) => existsSync(name));
  return Object.fromEntries(
    there.map((name) => [name.slice(file.length) || 'db', readFileSync(name)]),
  );
}

/** The bytes of a copy made while the server runs, as a host would make it every night. */
export async function backupOf(file: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'weerklank-backup-'));
  const copy = join(folder, 'backup.db');
  const db = new Sqlite(file, { readonly: true });
  try {
    await db.backup(copy);
    return readFileSync(copy);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
