import * as v from 'valibot';
import { post } from '#app/api-route.ts';
import { Stretch, usualCost } from '#lib/account/stretch.ts';
import { stretchOf } from '#lib/account/vault-material.ts';
import { StretchAsk } from '#lib/account.ts';
import { pseudorandom } from '#lib/credentials/server-key.ts';
import { env } from '#lib/env.ts';
import { accountByEmail } from '#prisma/accounts.ts';

/** How the password of an address is stretched; for an address without an account, how it might be. */
export const POST = post(
  { action: 'account:sign-in', schema: StretchAsk },
  async ({ db, input: { email } }) => {
    const account = await accountByEmail(db, email);
    // Made for every address, so that it takes as long.
    const made = v.parse(Stretch, {
      ...usualCost,
      salt: pseudorandom(env().secret, 'salt', email),
    });
    return { body: account ? stretchOf(account.passwordWrap) : made };
  },
);
