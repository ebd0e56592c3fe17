import { done } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { log } from '#app/log.ts';
import { proved } from '#app/owner.ts';
import { Proved } from '#lib/account.ts';
import { deleteAccount } from '#prisma/accounts.ts';

/** Deletes the account and leaves every room. Nothing brings it back. */
export const POST = post(
  { action: 'account:delete', schema: Proved },
  proved(async ({ db, now, account: { userId } }) => {
    await deleteAccount(db, userId, now);
    log().info('account deleted', { userId });
    return done;
  }),
);
