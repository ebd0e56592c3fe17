import { signIn } from 'next-auth/react';
import * as v from 'valibot';
import { linkingAddress } from '#lib/account/linking.ts';
import { LinkIntent } from '#lib/account.ts';
import type { Result } from '#lib/dialogue/result.ts';
import { ask } from './ask.ts';
import { type Given, proofOf } from './proof.ts';
import type { Trouble } from './trouble.ts';

/**
 * Goes to the provider of sign-in, to come back with the account linked. The page is left behind when this
 * is accepted.
 */
export async function linkProvider(given: Given): Promise<Result<unknown, Trouble>> {
  const proved = await proofOf(given);
  if (!proved.ok) return proved;
  const intent = await ask('provider/link-intent', { proof: proved.value.proof }, LinkIntent);
  if (intent.ok) await signIn('oidc', { callbackUrl: linkingAddress(intent.value.ticket) });
  return intent;
}

/** Unlinks the provider of sign-in. Asking again is safe. */
export async function unlinkProvider(given: Given): Promise<Result<unknown, Trouble>> {
  const proved = await proofOf(given);
  if (!proved.ok) return proved;
  return ask('provider/unlink', { proof: proved.value.proof }, v.unknown());
}
