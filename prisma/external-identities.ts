import * as v from 'valibot';
import { UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** Who somebody is at a provider of sign-in: its issuer, and the id it gives them. */
export interface ExternalIdentity {
  provider: string;
  subject: string;
}

const Owner = v.object({ userId: UserId });

/** Whose account this identity is linked to, or null. */
export async function ownerOfIdentity(
  db: Database,
  { provider, subject }: ExternalIdentity,
): Promise<UserId | null> {
  const [row] = await rowsOf(
    Owner,
    () => db.$queryRaw`
      SELECT "userId" FROM "ExternalIdentity"
      WHERE "provider" = ${provider} AND "subject" = ${subject}`,
  );
  return row?.userId ?? null;
}

/**
 * Links an identity to an account that has none at this provider.
 * @returns false when it has another one, or the identity is linked to another account.
 */
export async function linkIdentity(
  db: Database,
  userId: UserId,
  identity: ExternalIdentity,
): Promise<boolean> {
  const { provider, subject } = identity;
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "ExternalIdentity" ("provider", "subject", "userId")
      SELECT ${provider}, ${subject}, ${userId} WHERE NOT EXISTS (
        SELECT 1 FROM "ExternalIdentity"
        WHERE "userId" = ${userId} AND "provider" = ${provider})
      ON CONFLICT DO NOTHING`,
  );
  return (await ownerOfIdentity(db, identity)) === userId;
}

/** Unlinks everybody that this user is at providers. @returns whether there was anybody. */
export async function unlinkIdentities(db: Database, userId: UserId): Promise<boolean> {
  const unlinked = await patiently(
    () => db.$executeRaw`DELETE FROM "ExternalIdentity" WHERE "userId" = ${userId}`,
  );
  return unlinked > 0;
}

/** Whether this user is linked to somebody at this provider. */
export async function isLinked(db: Database, userId: UserId, provider: string): Promise<boolean> {
  const rows = await rowsOf(
    v.object({ linked: whole }),
    () => db.$queryRaw`
      SELECT 1 AS "linked" FROM "ExternalIdentity"
      WHERE "userId" = ${userId} AND "provider" = ${provider} LIMIT 1`,
  );
  return rows.length === 1;
}
