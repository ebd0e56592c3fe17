import { post } from '#app/api-route.ts';
import { type Splitting, SplittingAsk } from '#lib/account.ts';
import { pseudorandom } from '#lib/credentials/server-key.ts';
import { env } from '#lib/env.ts';
import { accountByEmail } from '#prisma/accounts.ts';

/** How browsers split a new password today. */
const usual = { memory: 65_536, passes: 3, lanes: 1 } as const;

/** How the password of an address is split; for an address without an account, what it might be. */
export const POST = post(
  { action: 'account:sign-in', schema: SplittingAsk },
  async ({ db, input: { email } }) => {
    const account = await accountByEmail(db, email);
    // Made for every address, so that it takes as long.
    const salt = pseudorandom(env().secret, 'splitting', email);
    const { memory, passes, lanes } = account ?? usual;
    const body: Splitting = { salt: account?.salt ?? salt, memory, passes, lanes };
    return { body };
  },
);
