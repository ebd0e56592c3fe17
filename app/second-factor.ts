import type { SecondFactor } from '#lib/account.ts';
import { backupCodeHash, newBackupCodes } from '#lib/credentials/backup-code.ts';
import { openHere } from '#lib/credentials/server-key.ts';
import { totpStepOf } from '#lib/credentials/totp.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Time, UserId } from '#lib/dialogue/id.ts';
import { env } from '#lib/env.ts';
import type { Account } from '#prisma/accounts.ts';
import type { Database } from '#prisma/client.ts';
import {
  secondFactorsOf,
  setBackupCodes,
  spendBackupCode,
  spendTotpStep,
} from '#prisma/second-factors.ts';

/** Whether this second factor is the owner's. A good one is used up by asking. */
export async function isSecondFactor(
  db: Database,
  { userId, totpSecret }: Account,
  second: SecondFactor,
  now: Time,
): Promise<boolean> {
  switch (second.kind) {
    case 'totp': {
      const secret = totpSecret && openHere(env().secret, 'totp', userId, totpSecret);
      const step = secret ? totpStepOf(secret, second.code, now) : null;
      return step !== null && spendTotpStep(db, userId, step);
    }
    case 'backup':
      return spendBackupCode(db, { userId, hash: backupCodeHash(second.code), now });
    default:
      return assertNever(second);
  }
}

/** Makes new backup codes, in the place of all before. @returns them: this once only. */
export async function renewBackupCodes(db: Database, userId: UserId): Promise<readonly string[]> {
  const codes = newBackupCodes();
  await setBackupCodes(db, userId, codes.map(backupCodeHash));
  return codes;
}

/** The backup codes that come with a first second factor; none when there are some already. */
export async function firstBackupCodes(db: Database, userId: UserId): Promise<readonly string[]> {
  const { backupCodesLeft } = await secondFactorsOf(db, userId);
  return backupCodesLeft > 0 ? [] : renewBackupCodes(db, userId);
}

/** Backup codes stand in for a second factor: without one they go. */
export async function dropIdleBackupCodes(db: Database, userId: UserId): Promise<void> {
  const { totp, passkeys } = await secondFactorsOf(db, userId);
  if (!totp && passkeys === 0) await setBackupCodes(db, userId, []);
}
