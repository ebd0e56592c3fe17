import { done, refuse } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { proved } from '#app/owner.ts';
import { dropIdleBackupCodes } from '#app/second-factor.ts';
import { tellOwner } from '#app/tell-owner.ts';
import { Proved } from '#lib/account.ts';
import { removeTotp } from '#prisma/second-factors.ts';

/** Puts the authenticator app out of use. `needed`: a therapist keeps a second factor. */
export const POST = post(
  { action: 'account:second-factor', schema: Proved },
  proved(async ({ db, account: { userId, email } }) => {
    if (!(await removeTotp(db, userId))) return refuse('needed');
    await dropIdleBackupCodes(db, userId);
    log().info('authenticator app removed', { userId });
    await tellOwner(email, 'factor');
    return done;
  }),
);
