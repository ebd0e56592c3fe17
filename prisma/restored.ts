import * as v from 'valibot';
import type { Time } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { databaseFileOf, readIfThere, replaceDurably } from './durable-file.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';
import { storageFailureOf } from './storage-failure.ts';

const Count = v.pipe(v.string(), v.trim(), v.regex(/^\d{1,15}$/), v.transform(Number));
const CountRow = v.object({ count: whole });

/**
 * Counts on in the database, and then writes the count in a file beside it, which so never has one that
 * the database did not have. At every start and every minute.
 */
export async function countOn(db: Database): Promise<void> {
  // An eviction of nobody: its number only ever goes up, and it is swept away as all news is.
  await patiently(() => db.$executeRaw`INSERT INTO "Eviction" DEFAULT VALUES`);
  await replaceDurably(await besideOf(db), `${await counted(db)}\n`);
}

/**
 * Notices a backup that was put back, by its having counted less far than the file beside it. Then
 * whoever has an account is signed out everywhere, nothing that was sent to sign in with is good any more,
 * and nobody watches or waits to: what had been ended may live again in it. A guest, who could never come back, stays. For the start of
 * a process, before anyone can come in.
 * @returns whether it was one.
 */
export async function noticeRestored(db: Database, now: Time): Promise<boolean> {
  const beside = v.safeParse(Count, await readIfThere(await besideOf(db)));
  const restored = beside.success && (await counted(db)) < beside.output;
  if (restored) {
    await patiently(
      () => db.$executeRaw`
        UPDATE "AuthSession" SET "endedAt" = ${now}
        WHERE "endedAt" IS NULL AND "userId" IN (SELECT "userId" FROM "Account")`,
    );
    await patiently(() => db.$executeRaw`DELETE FROM "Ticket"`);
    await patiently(
      () => db.$executeRaw`
        UPDATE "Observation" SET "endedAt" = ${now}, "endedBy" = 'room' WHERE "endedAt" IS NULL`,
    );
    await patiently(
      () => db.$executeRaw`
        UPDATE "ObserverInvitation" SET "withdrawnAt" = ${now}
        WHERE "redeemedAt" IS NULL AND "withdrawnAt" IS NULL`,
    );
  }
  await countOn(db).catch((error: unknown) => {
    // A full disk is no reason not to start: what is counted no further is noticed a little less.
    if (storageFailureOf(error) === null) throw error;
  });
  return restored;
}

/** How many rows ever got a number of their own in this database. */
async function counted(db: Database): Promise<number> {
  const [row] = await rowsOf(
    CountRow,
    () => db.$queryRaw`SELECT coalesce(sum("seq"), 0) AS "count" FROM "sqlite_sequence"`,
  );
  return row?.count ?? 0;
}

async function besideOf(db: Database): Promise<string> {
  return `${await databaseFileOf(db)}.count`;
}
