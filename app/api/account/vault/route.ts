import * as v from 'valibot';
import { post } from '#app/api-route.ts';
import { owned } from '#app/owner.ts';
import { stretchOf } from '#lib/account/vault-material.ts';
import type { VaultMaterial } from '#lib/account.ts';

/** What the owner's password or recovery code opens; the server can open nothing of it. */
export const POST = post(
  { action: 'account:read', schema: v.strictObject({}) },
  owned(async ({ account }) => {
    const { passwordWrap, recoveryWrap, publicKey, sealedPrivateKey } = account;
    const body: VaultMaterial = {
      splitting: stretchOf(passwordWrap),
      passwordWrap,
      recoveryWrap,
      publicKey,
      sealedPrivateKey,
    };
    return { body };
  }),
);
