import { done } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { proved } from '#app/owner.ts';
import { tellOwner } from '#app/tell-owner.ts';
import { RecoveryChange } from '#lib/account.ts';
import { setRecovery } from '#prisma/accounts.ts';

/** A new recovery code: the old one opens nothing any more that is kept here. */
export const POST = post(
  { action: 'account:change', schema: RecoveryChange },
  proved(async ({ db, input, account: { userId, email } }) => {
    await setRecovery(db, userId, input.recoveryWrap);
    log().info('recovery code changed', { userId });
    await tellOwner(email, 'recovery');
    return done;
  }),
);
