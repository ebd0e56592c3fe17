import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import * as v from 'valibot';

/** Told by triggers to whoever is connected, and swept every minute; and how far rows were numbered. Nothing is kept there. */
const passing = ['Eviction', 'RoomChange', 'sqlite_sequence'];
/** Moves on by itself while somebody is here. */
const clocks: Readonly<Record<string, readonly string[]>> = { AuthSession: ['seenAt'] };

/** What has something in this column is spent, and swept any minute; that it was spent still shows. */
const spent: Readonly<Record<string, string>> = { Ticket: 'usedAt' };

const Names = v.array(v.object({ name: v.string() }));
const Rows = v.array(v.record(v.string(), v.unknown()));

/** A digest of every table of a database as it is committed now: whoever changed one row changed one of these. */
export function databaseDigest(file: string): Readonly<Record<string, string>> {
  const db = new Sqlite(file, { readonly: true });
  db.defaultSafeIntegers();
  try {
    const tables = v.parse(
      Names,
      db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all(),
    );
    const kept = tables.filter(({ name }) => !passing.includes(name));
    return Object.fromEntries(
      kept.map(({ name }) => [name, digestOf(db, name, clocks[name] ?? [])]),
    );
  } finally {
    db.close();
  }
}

function digestOf(db: Sqlite.Database, table: string, left: readonly string[]): string {
  const rows = v.parse(Rows, db.prepare(`SELECT * FROM "${table}"`).all());
  const mark = spent[table];
  const standing = rows.filter((row) => mark === undefined || row[mark] === null);
  const written = standing.map((row) =>
    JSON.stringify(
      Object.entries(row).filter(([column]) => !left.includes(column)),
      (_, value) => (typeof value === 'bigint' ? `${value}n` : value),
    ),
  );
  return createHash('sha256').update(written.sort().join('\n')).digest('base64url');
}
