import * as v from 'valibot';
import { post } from '#app/api-route.ts';
import { owned } from '#app/owner.ts';
import type { VaultMaterial } from '#lib/account/vault-material.ts';

/** What the owner's password or recovery code opens; the server can open nothing of it. */
export const POST = post(
  { action: 'account:read', schema: v.strictObject({}) },
  owned(async ({ account }) => {
    const { passwordWrap, recoveryWrap, publicKey, sealedPrivateKey } = account;
    return {
      body: { passwordWrap, recoveryWrap, publicKey, sealedPrivateKey } satisfies VaultMaterial,
    };
  }),
);
