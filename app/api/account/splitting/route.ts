import { post } from '#app/api-route.ts';
import { usualCost } from '#lib/account/stretch.ts';
import { stretchOf } from '#lib/account/vault-material.ts';
import { type Splitting, SplittingAsk } from '#lib/account.ts';
import { pseudorandom } from '#lib/credentials/server-key.ts';
import { env } from '#lib/env.ts';
import { accountByEmail } from '#prisma/accounts.ts';

/** How the password of an address is split; for an address without an account, what it might be. */
export const POST = post(
  { action: 'account:sign-in', schema: SplittingAsk },
  async ({ db, input: { email } }) => {
    const account = await accountByEmail(db, email);
    // Made for every address, so that it takes as long.
    const salt = pseudorandom(env().secret, 'splitting', email);
    const body: Splitting = account ? stretchOf(account.passwordWrap) : { salt, ...usualCost };
    return { body };
  },
);
