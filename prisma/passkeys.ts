import * as v from 'valibot';
import { type Time, UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

const PasskeyRow = v.object({
  id: v.string(),
  userId: UserId,
  /** COSE, as base64url. */
  publicKey: v.string(),
  counter: whole,
  /** How a browser reaches it, separated by commas. */
  transports: v.string(),
  name: v.string(),
  createdAt: whole,
  usedAt: v.nullable(whole),
});
export type Passkey = v.InferOutput<typeof PasskeyRow>;

/** Keeps a passkey. @returns false when one with this id is kept already, whoever has it. */
export async function addPasskey(
  db: Database,
  passkey: Omit<Passkey, 'usedAt' | 'createdAt'> & { now: Time },
): Promise<boolean> {
  const { id, userId, publicKey, counter, transports, name, now } = passkey;
  const added = await patiently(
    () => db.$executeRaw`
      INSERT INTO "Passkey"
        ("id", "userId", "publicKey", "counter", "transports", "name", "createdAt")
      VALUES (${id}, ${userId}, ${publicKey}, ${counter}, ${transports}, ${name}, ${now})
      ON CONFLICT DO NOTHING`,
  );
  return added === 1;
}

/** The passkeys of this user, the oldest first. */
export async function passkeysOf(db: Database, userId: UserId): Promise<readonly Passkey[]> {
  return rowsOf(
    PasskeyRow,
    () => db.$queryRaw`SELECT * FROM "Passkey" WHERE "userId" = ${userId} ORDER BY "createdAt"`,
  );
}

/** The passkey with this id, or null. */
export async function passkeyOf(db: Database, id: string): Promise<Passkey | null> {
  const [row] = await rowsOf(
    PasskeyRow,
    () => db.$queryRaw`SELECT * FROM "Passkey" WHERE "id" = ${id}`,
  );
  return row ?? null;
}

/**
 * Notes a use. A key that counts its uses must count on (WebAuthn, 7.2, step 22); many count nothing
 * and always say 0.
 * @returns false when the count did not go up, as when a copy of the key was used.
 */
export async function countPasskeyUse(
  db: Database,
  { id, counter, now }: { id: string; counter: number; now: Time },
): Promise<boolean> {
  const rows = await rowsOf(
    v.object({ id: v.string() }),
    () => db.$queryRaw`
      UPDATE "Passkey" SET "counter" = ${counter}, "usedAt" = ${now}
      WHERE "id" = ${id} AND ("counter" < ${counter} OR ("counter" = 0 AND ${counter} = 0))
      RETURNING "id"`,
  );
  return rows.length === 1;
}

/**
 * Removes a passkey of this user; harmless when it is not there.
 * @returns false when it is the last second factor of a therapist: then it stays.
 */
export async function removePasskey(db: Database, userId: UserId, id: string): Promise<boolean> {
  await patiently(
    () => db.$executeRaw`
      DELETE FROM "Passkey" WHERE "id" = ${id} AND "userId" = ${userId} AND EXISTS (
        SELECT 1 FROM "Account" WHERE "Account"."userId" = ${userId}
          AND ("role" <> 'therapist' OR "totpSecret" IS NOT NULL
            OR (SELECT count(*) FROM "Passkey" WHERE "userId" = ${userId}) > 1))`,
  );
  return (await passkeyOf(db, id))?.userId !== userId;
}
