import { post } from '#app/api-route.ts';
import { freshlyProved } from '#app/owner.ts';
import { makingOptions } from '#app/relying-party.ts';
import { FreshlyProved } from '#lib/account.ts';

/** What a browser needs to make a passkey for the account of whoever asks. */
export const POST = post(
  { action: 'account:second-factor', schema: FreshlyProved },
  freshlyProved(async ({ account, ...asked }) => ({
    body: { options: await makingOptions(asked, account) },
  })),
);
