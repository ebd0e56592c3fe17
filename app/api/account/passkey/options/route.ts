import * as v from 'valibot';
import { post } from '#app/api-route.ts';
import { signInOptions } from '#app/relying-party.ts';

/** What a browser needs to sign in with a passkey; says nothing about anybody. */
export const POST = post(
  { action: 'account:sign-in', schema: v.strictObject({}) },
  async (asked) => ({ body: { options: await signInOptions(asked) } }),
);
