import { refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { proved } from '#app/owner.ts';
import { renewBackupCodes } from '#app/second-factor.ts';
import { type BackupCodes, Proved } from '#lib/account.ts';
import { secondFactorsOf } from '#prisma/second-factors.ts';

/** New backup codes in the place of the old ones. `bad-request` without a second factor to stand in for. */
export const POST = post(
  { action: 'account:second-factor', schema: Proved },
  proved(async ({ db, account: { userId } }) => {
    const { totp, passkeys } = await secondFactorsOf(db, userId);
    if (!totp && passkeys === 0) return refuse('bad-request');
    log().info('backup codes renewed', { userId });
    const body: BackupCodes = { codes: [...(await renewBackupCodes(db, userId))] };
    return { body };
  }),
);
