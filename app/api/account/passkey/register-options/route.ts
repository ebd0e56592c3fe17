import * as v from 'valibot';
import { post } from '#app/api-route.ts';
import { owned } from '#app/owner.ts';
import { makingOptions } from '#app/relying-party.ts';

/** What a browser needs to make a passkey for the account of whoever asks. */
export const POST = post(
  { action: 'account:second-factor', schema: v.strictObject({}) },
  owned(async ({ account, ...asked }) => ({
    body: { options: await makingOptions(asked, account) },
  })),
);
