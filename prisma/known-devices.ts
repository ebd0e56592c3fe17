import * as v from 'valibot';
import type { Time, UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** How long a browser is known after somebody last signed in with it, in milliseconds. */
export const knownFor = 400 * 24 * 60 * 60_000;

/** Nobody has more devices than this; whoever is let in over and over with an empty jar has. */
const atMost = 20;

/** Notes that this user came in with the browser that has the secret of this digest. */
export async function knowDevice(
  db: Database,
  { hash, userId, now }: { hash: string; userId: UserId; now: Time },
): Promise<void> {
  await patiently(() =>
    db.$transaction([
      db.$executeRaw`
        INSERT INTO "KnownDevice" ("hash", "userId", "createdAt")
        VALUES (${hash}, ${userId}, ${now})
        ON CONFLICT ("hash") DO UPDATE SET "createdAt" = excluded."createdAt"`,
      db.$executeRaw`
        DELETE FROM "KnownDevice" WHERE "userId" = ${userId} AND "hash" NOT IN (
          SELECT "hash" FROM "KnownDevice" WHERE "userId" = ${userId}
          ORDER BY "createdAt" DESC LIMIT ${atMost})`,
    ]),
  );
}

/** Whether the browser with the secret of this digest is one of an owner's. */
export async function isKnownDevice(db: Database, hash: string, now: Time): Promise<boolean> {
  const rows = await rowsOf(
    v.object({ createdAt: whole }),
    () => db.$queryRaw`
      SELECT "createdAt" FROM "KnownDevice"
      WHERE "hash" = ${hash} AND "createdAt" > ${now - knownFor}`,
  );
  return rows.length === 1;
}

/** Forgets every browser of this user. */
export async function forgetDevices(db: Database, userId: UserId): Promise<void> {
  await patiently(() => db.$executeRaw`DELETE FROM "KnownDevice" WHERE "userId" = ${userId}`);
}

/** Forgets the browsers that nobody signed in with any more: for a sweeper. */
export async function forgetOldDevices(db: Database, now: Time): Promise<void> {
  await patiently(
    () => db.$executeRaw`DELETE FROM "KnownDevice" WHERE "createdAt" <= ${now - knownFor}`,
  );
}
