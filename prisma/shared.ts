import { env } from '#lib/env.ts';
import { createDatabase, type Database } from './client.ts';

declare global {
  var weerklankDatabase: Promise<Database> | undefined;
}

/**
 * The one database of this process, opened at first use. On globalThis, because every bundle of Next
 * and every reload in development has its own copy of this module.
 */
export function database(): Promise<Database> {
  globalThis.weerklankDatabase ??= createDatabase({ file: env().databaseFile }).catch((error) => {
    globalThis.weerklankDatabase = undefined;
    throw error;
  });
  return globalThis.weerklankDatabase;
}
