import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import * as v from 'valibot';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;

/** better-sqlite3 waits for a lock with the whole process; `patiently` waits without it. */
const busyTimeout = 25;

const pragmas = [
  { name: 'journal_mode', set: 'WAL', is: 'wal' },
  // better-sqlite3 opens a write-ahead log at NORMAL, which may lose the last commits with the power.
  { name: 'synchronous', set: 'FULL', is: '2' },
  { name: 'foreign_keys', set: 'ON', is: '1' },
  // What is erased is overwritten, not only forgotten.
  { name: 'secure_delete', set: 'ON', is: '1' },
  // Without it a statement may copy words into a temporary file.
  { name: 'temp_store', set: 'MEMORY', is: '2' },
  { name: 'busy_timeout', set: String(busyTimeout), is: String(busyTimeout) },
] as const;

/**
 * Opens an existing, migrated database file.
 * Throws when the file cannot be opened or does not keep to the settings that the promises about
 * durability and erasure rest on. The caller closes it with `$disconnect`.
 */
export async function createDatabase({ file }: { file: string }): Promise<Database> {
  const db = new PrismaClient({ adapter: adapterFor(file), errorFormat: 'minimal' });
  await db.$connect();
  return db;
}

/** The way to a file, for Prisma's client: every connection it makes has our settings. */
function adapterFor(file: string): SqlDriverAdapterFactory {
  const factory = new PrismaBetterSqlite3({
    url: `file:${file}`,
    timeout: busyTimeout,
    fileMustExist: true,
  });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const connection = await factory.connect();
      await connection.executeScript(
        pragmas.map(({ name, set }) => `PRAGMA ${name} = ${set};`).join('\n'),
      );
      for (const { name, is } of pragmas) await assertPragma(connection, name, is);
      return connection;
    },
  };
}

const Answer = v.tuple([v.tuple([v.union([v.string(), v.number()])])]);

async function assertPragma(connection: SqlDriverAdapter, name: string, wanted: string) {
  const { rows } = await connection.queryRaw({ sql: `PRAGMA ${name}`, args: [], argTypes: [] });
  const [[found]] = v.parse(Answer, rows);
  if (String(found) !== wanted) {
    throw new Error(`The database has ${name} at "${found}" where it must be "${wanted}"`);
  }
}
