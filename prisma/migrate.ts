import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { MigrationList } from '@prisma/schema-engine-wasm';
import { loadSchemaEngine } from './schema-engine.ts';

const folder = resolve(import.meta.dirname, 'migrations');
const schema = resolve(import.meta.dirname, 'schema.prisma');

interface Migration {
  name: string;
  sql: string;
}

/**
 * Brings a database file to today's tables, and makes the file when there is none. This is
 * `prisma migrate deploy`: the same folder, the same checks and the same table of what was applied.
 * @returns the names of the migrations that were applied. Throws when one fails, when another process
 * uses the database while there is something to apply, or when something else made the database.
 */
export async function migrate(file: string): Promise<readonly string[]> {
  const migrations = await readMigrations();
  const { factory, close } = connectionsTo(file);
  try {
    // The engine wants the file for itself, so it is asked only when it has something to do.
    const applied = await appliedTo(await factory.connect());
    if (migrations.every((migration) => applied.has(keyOf(migration)))) return [];
    await close();
    return await apply(migrations, factory);
  } finally {
    await close();
  }
}

async function apply(
  migrations: readonly Migration[],
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<readonly string[]> {
  const SchemaEngine = await loadSchemaEngine();
  const datamodels: [string, string][] = [[schema, await readFile(schema, 'utf8')]];
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await SchemaEngine.new({ datamodels }, () => {}, adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await listFor(migrations),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (error) {
    // What the engine makes of a lock that it does not get.
    if (!String(error).includes('SocketTimeout')) throw error;
    throw new Error('Another process is using the database. Stop it first.', { cause: error });
  } finally {
    engine.free();
  }
}

/** Connections that can be closed, which the engine does not do. */
function connectionsTo(file: string) {
  const inner = new PrismaBetterSqlite3({ url: `file:${file}`, timeout: 1_000 });
  const open: SqlDriverAdapter[] = [];
  const kept = async (connecting: Promise<SqlDriverAdapter>) => {
    const connection = await connecting;
    open.push(connection);
    return connection;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connect: () => kept(inner.connect()),
    connectToShadowDb: () => kept(inner.connectToShadowDb()),
  };
  const close = () => Promise.all(open.splice(0).map((connection) => connection.dispose()));
  return { factory, close };
}

async function appliedTo(connection: SqlDriverAdapter): Promise<ReadonlySet<string>> {
  const ask = async (sql: string) =>
    (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  const tables = await ask(`SELECT 1 FROM sqlite_schema WHERE name = '_prisma_migrations'`);
  if (tables.length === 0) return new Set();
  const rows = await ask(
    `SELECT migration_name || ' ' || checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Set(rows.map(([key]) => String(key)));
}

function keyOf({ name, sql }: Migration): string {
  return `${name} ${createHash('sha256').update(sql).digest('hex')}`;
}

async function readMigrations(): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      sql: await readFile(join(folder, name, 'migration.sql'), 'utf8'),
    })),
  );
}

async function listFor(migrations: readonly Migration[]): Promise<MigrationList> {
  const lock = 'migration_lock.toml';
  return {
    baseDir: folder,
    lockfile: { path: lock, content: await readFile(join(folder, lock), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
