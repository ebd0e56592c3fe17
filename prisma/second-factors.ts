import * as v from 'valibot';
import type { UserId } from '#lib/dialogue/id.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/** What somebody can show beside the password. */
export interface SecondFactors {
  totp: boolean;
  passkeys: number;
  backupCodesLeft: number;
}

const FactorsRow = v.object({ totp: whole, passkeys: whole, backupCodesLeft: whole });

/** The second factors of this user. */
export async function secondFactorsOf(db: Database, userId: UserId): Promise<SecondFactors> {
  const [row] = await rowsOf(
    FactorsRow,
    () => db.$queryRaw`
      SELECT
        EXISTS (SELECT 1 FROM "Account" WHERE "userId" = ${userId} AND "totpSecret" IS NOT NULL)
          AS "totp",
        (SELECT count(*) FROM "Passkey" WHERE "userId" = ${userId}) AS "passkeys",
        (SELECT count(*) FROM "BackupCode" WHERE "userId" = ${userId} AND "usedAt" IS NULL)
          AS "backupCodesLeft"`,
  );
  return {
    totp: row?.totp === 1,
    passkeys: row?.passkeys ?? 0,
    backupCodesLeft: row?.backupCodesLeft ?? 0,
  };
}

/**
 * Takes an authenticator app into use, with the step of the code it showed.
 * @returns false when there is one already.
 */
export async function setTotp(
  db: Database,
  { userId, sealedSecret, step }: { userId: UserId; sealedSecret: string; step: number },
): Promise<boolean> {
  const changed = await patiently(
    () => db.$executeRaw`
      UPDATE "Account" SET "totpSecret" = ${sealedSecret}, "totpStep" = ${step}
      WHERE "userId" = ${userId} AND "totpSecret" IS NULL`,
  );
  return changed === 1;
}

/** Uses up the code of this step and all before it. @returns false when it was used up already. */
export async function spendTotpStep(db: Database, userId: UserId, step: number): Promise<boolean> {
  const rows = await rowsOf(
    v.object({ totpStep: whole }),
    () => db.$queryRaw`
      UPDATE "Account" SET "totpStep" = ${step}
      WHERE "userId" = ${userId} AND "totpSecret" IS NOT NULL
        AND ("totpStep" IS NULL OR "totpStep" < ${step})
      RETURNING "totpStep"`,
  );
  return rows.length === 1;
}

/**
 * Puts the authenticator app out of use. The condition holds at the moment of writing, also for two
 * who take away different factors at once.
 * @returns false when a therapist has no other second factor.
 */
export async function removeTotp(db: Database, userId: UserId): Promise<boolean> {
  await patiently(
    () => db.$executeRaw`
      UPDATE "Account" SET "totpSecret" = NULL, "totpStep" = NULL
      WHERE "userId" = ${userId} AND ("role" <> 'therapist'
        OR EXISTS (SELECT 1 FROM "Passkey" WHERE "Passkey"."userId" = "Account"."userId"))`,
  );
  return !(await secondFactorsOf(db, userId)).totp;
}

/** Puts new backup codes, of which only the digests are given, in the place of all before. */
export async function setBackupCodes(
  db: Database,
  userId: UserId,
  hashes: readonly string[],
): Promise<void> {
  await patiently(() =>
    db.$transaction([
      db.$executeRaw`DELETE FROM "BackupCode" WHERE "userId" = ${userId}`,
      db.$executeRaw`
        INSERT INTO "BackupCode" ("hash", "userId")
        SELECT "value", ${userId} FROM json_each(${JSON.stringify(hashes)})`,
    ]),
  );
}

/** Uses up a backup code. @returns false when it is none of theirs, or was used. */
export async function spendBackupCode(
  db: Database,
  { userId, hash, now }: { userId: UserId; hash: string; now: number },
): Promise<boolean> {
  const rows = await rowsOf(
    v.object({ hash: v.string() }),
    () => db.$queryRaw`
      UPDATE "BackupCode" SET "usedAt" = ${now}
      WHERE "hash" = ${hash} AND "userId" = ${userId} AND "usedAt" IS NULL
      RETURNING "hash"`,
  );
  return rows.length === 1;
}

/** Takes away every second factor: for whoever runs the server, when an owner lost them all. */
export async function removeSecondFactors(db: Database, userId: UserId): Promise<void> {
  await patiently(() =>
    db.$transaction([
      db.$executeRaw`
        UPDATE "Account" SET "totpSecret" = NULL, "totpStep" = NULL WHERE "userId" = ${userId}`,
      db.$executeRaw`DELETE FROM "Passkey" WHERE "userId" = ${userId}`,
      db.$executeRaw`DELETE FROM "BackupCode" WHERE "userId" = ${userId}`,
    ]),
  );
}
