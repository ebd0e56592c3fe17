import * as v from 'valibot';
import { post } from '#app/api-route.ts';
import { owned } from '#app/owner.ts';
import type { VaultMaterial } from '#lib/account.ts';

/** What the owner's password or recovery code opens; the server can open nothing of it. */
export const POST = post(
  { action: 'account:read', schema: v.strictObject({}) },
  owned(async ({ account }) => {
    const { salt, memory, passes, lanes } = account;
    const { passwordWrap, recoveryWrap, publicKey, sealedPrivateKey } = account;
    const splitting = { salt, memory, passes, lanes };
    const body: VaultMaterial = {
      splitting,
      passwordWrap,
      recoveryWrap,
      publicKey,
      sealedPrivateKey,
    };
    return { body };
  }),
);
