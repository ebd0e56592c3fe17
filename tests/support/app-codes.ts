import { generateSync } from 'otplib';
import * as v from 'valibot';
import { BackupCodes, TotpBegun } from '#lib/account.ts';
import type { Database } from '#prisma/client.ts';
import type { Visitor } from './visitor.ts';

/** What an authenticator app shows; `ahead`: so many steps of half a minute later. */
export function codeOf(secret: string, ahead = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + ahead * 30 });
}

/** The app's code as a second factor. */
export function totpOf(secret: string, ahead = 0) {
  return { kind: 'totp', code: codeOf(secret, ahead) };
}

/** Takes an authenticator app into use. */
export async function addApp(
  visitor: Visitor,
): Promise<{ secret: string; codes: readonly string[] }> {
  const { secret, ticket } = v.parse(
    TotpBegun,
    (await visitor.account('totp/begin', { proof: null })).body,
  );
  const { body } = await visitor.account('totp/confirm', { ticket, code: codeOf(secret) });
  return { secret, codes: v.parse(BackupCodes, body).codes };
}

/** As if half a minute had gone by: the code that was shown last is good again. */
export async function nextStep(db: Database, userId: string): Promise<void> {
  await db.account.update({ where: { userId }, data: { totpStep: 0 } });
}
