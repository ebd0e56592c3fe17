import { step } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { attempt } from '#app/attempt.ts';
import { comeFurther } from '#app/come-in.ts';
import { log } from '#app/log.ts';
import { SignIn } from '#lib/account.ts';
import { isHashed } from '#lib/credentials/password-hash.ts';
import { accountByEmail } from '#prisma/accounts.ts';

/** The first step with a password. A wrong one and an unknown address are answered alike, and as slowly. */
export const POST = post({ action: 'account:sign-in', schema: SignIn }, async (asked) => {
  const { email, authKey, stay } = asked.input;
  const account = await accountByEmail(asked.db, email);
  const turn = await attempt(asked, `password ${email}`, account?.userId ?? null);
  if ('wait' in turn) return step({ step: 'wait', seconds: turn.wait });
  const right = await isHashed(account?.passwordHash ?? null, authKey);
  if (!account || !right) {
    log().warn('sign-in refused', { code: 'password' });
    return step({ step: 'refused' });
  }
  await turn.succeeded();
  return comeFurther(asked, account, { way: 'password', stay });
});
