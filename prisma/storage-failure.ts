import * as v from 'valibot';

/** What can be wrong with the disk while nothing is wrong with us. */
export type StorageFailure = 'busy' | 'full' | 'read-only' | 'io' | 'cannot-open';

/** By SQLite's primary result code or the system's: its name, and SQLite's number for when the driver has no name. */
const failures: readonly { name: string; code: number | null; failure: StorageFailure }[] = [
  { name: 'SQLITE_BUSY', code: 5, failure: 'busy' },
  { name: 'SQLITE_READONLY', code: 8, failure: 'read-only' },
  { name: 'SQLITE_IOERR', code: 10, failure: 'io' },
  { name: 'SQLITE_FULL', code: 13, failure: 'full' },
  { name: 'SQLITE_CANTOPEN', code: 14, failure: 'cannot-open' },
  // Two processes met while one was recovering the write-ahead log.
  { name: 'SQLITE_PROTOCOL', code: 15, failure: 'busy' },
  // Of the journal of erasures, which is a plain file.
  { name: 'ENOSPC', code: null, failure: 'full' },
  { name: 'EDQUOT', code: null, failure: 'full' },
  { name: 'EROFS', code: null, failure: 'read-only' },
  { name: 'EACCES', code: null, failure: 'cannot-open' },
  { name: 'EIO', code: null, failure: 'io' },
];

/** Thrown where nobody on the way can do anything about an outcome that was trouble with the storage. */
export class StorageTrouble extends Error {}

/** The driver's own error, Prisma's adapter error, and the client's error around that. */
const DriverError = v.object({ code: v.string() });
const AdapterError = v.object({ cause: v.object({ originalCode: v.string() }) });
const ClientError = v.object({ meta: v.object({ driverAdapterError: AdapterError }) });

/**
 * Tells trouble with the storage, which may pass, from a bug, which does not.
 * @param error whatever a database call threw.
 * @returns which trouble, or null when it was none.
 */
export function storageFailureOf(error: unknown): StorageFailure | null {
  if (error instanceof StorageTrouble) return 'busy';
  const code = sqliteCodeOf(error);
  if (code === null) return null;
  const unnamed = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code);
  const found = failures.find((entry) =>
    unnamed
      ? (Number(unnamed[1]) & 0xff) === entry.code
      : code === entry.name || code.startsWith(`${entry.name}_`),
  );
  return found?.failure ?? null;
}

function sqliteCodeOf(error: unknown): string | null {
  const byClient = v.safeParse(ClientError, error);
  if (byClient.success) return byClient.output.meta.driverAdapterError.cause.originalCode;
  const byAdapter = v.safeParse(AdapterError, error);
  if (byAdapter.success) return byAdapter.output.cause.originalCode;
  const byDriver = v.safeParse(DriverError, error);
  return byDriver.success ? byDriver.output.code : null;
}
