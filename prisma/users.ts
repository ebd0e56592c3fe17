import type { UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';

/** Makes a user known. Harmless when they already are. */
export async function createUser(db: Database, userId: UserId): Promise<void> {
  await patiently(
    () => db.$executeRaw`INSERT INTO "User" ("id") VALUES (${userId}) ON CONFLICT DO NOTHING`,
  );
}
