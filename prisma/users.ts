import type { UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';

/** Makes a user known. Harmless when they already are. */
export async function createUser(db: Database, userId: UserId): Promise<void> {
  await patiently(
    () => db.$executeRaw`INSERT INTO "User" ("id") VALUES (${userId}) ON CONFLICT DO NOTHING`,
  );
}

/** Forgets a user who was made for a seat and got none. Harmless for whoever has a seat or an account. */
export async function dropUser(db: Database, userId: UserId): Promise<void> {
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "User" WHERE "id" = ${userId}
        AND NOT EXISTS (SELECT 1 FROM "Seat" WHERE "userId" = ${userId})
        AND NOT EXISTS (SELECT 1 FROM "Account" WHERE "userId" = ${userId})`,
  );
}
