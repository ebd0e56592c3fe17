import { step } from '#app/account-answer.ts';
import { post } from '#app/api-route.ts';
import { comeIn } from '#app/come-in.ts';
import { log } from '#app/log.ts';
import { signedBy } from '#app/relying-party.ts';
import { PasskeySignIn } from '#lib/account.ts';
import { accountOf } from '#prisma/accounts.ts';

/** Signs in with a passkey, which is two factors at once: the device, and what unlocks it. */
export const POST = post({ action: 'account:sign-in', schema: PasskeySignIn }, async (asked) => {
  const { db, input } = asked;
  const userId = await signedBy(asked, input.response);
  const account = userId && (await accountOf(db, userId));
  if (!account) {
    log().warn('sign-in refused', { code: 'passkey' });
    return step({ step: 'refused' });
  }
  return comeIn(asked, account, { way: 'passkey', stay: input.stay });
});
