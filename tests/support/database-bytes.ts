import { existsSync, readFileSync } from 'node:fs';

/** Every byte of a database: the file, its write-ahead log and the index of that. */
export function databaseBytes(file: string): Record<string, Buffer> {
  const names = [file, `${file}-wal`, `${file}-shm`, `${file}-journal`];
  const there = names.filter((name) => existsSync(name));
  return Object.fromEntries(
    there.map((name) => [name.slice(file.length) || 'db', readFileSync(name)]),
  );
}
