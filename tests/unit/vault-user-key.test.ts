import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PasswordWrap, stretchOf } from '#lib/account/vault-material.ts';
import { newAccountKeys } from '#lib/vault/account-keys.ts';
import { toBase64url } from '#lib/vault/base64url.ts';
import { newStretch } from '#lib/vault/password.ts';
import { unwrapWithPassword, unwrapWithRecovery, wrapForPassword } from '#lib/vault/user-key.ts';
import {
  codeKek,
  kek,
  newKek,
  passwordWrap,
  publicKey,
  read,
  recoveryWrap,
  stretch,
  unreadable,
  userKey,
} from '#tests/support/wrapped.ts';

const { publicKey: otherPublicKey } = await newAccountKeys(userKey);

describe('a wrapped user key', () => {
  it('comes out whole with the key it was wrapped with, and only with that', async () => {
    expect(await unwrapWithPassword(kek, publicKey, passwordWrap)).toEqual({
      ok: true,
      value: userKey,
    });
    expect(await unwrapWithRecovery(codeKek, publicKey, recoveryWrap)).toEqual({
      ok: true,
      value: userKey,
    });
    for (const other of [codeKek, newKek()]) {
      expect(await unwrapWithPassword(other, publicKey, passwordWrap)).toEqual(unreadable);
    }
    expect(await unwrapWithRecovery(kek, publicKey, recoveryWrap)).toEqual(unreadable);
  });

  it('tells its salt and its cost, and nothing of what is in it', () => {
    expect(stretchOf(passwordWrap)).toEqual(stretch);
    expect(passwordWrap.length).toBeLessThan(250);
    for (const secret of [userKey, kek]) {
      expect(passwordWrap).not.toContain(toBase64url(secret).slice(0, 8));
    }
  });

  it('opens for no other account', async () => {
    expect(await read(passwordWrap, kek, otherPublicKey)).toEqual(unreadable);
    expect(await read(recoveryWrap, codeKek, otherPublicKey)).toEqual(unreadable);
  });

  it('does not open as a record of the other kind', async () => {
    const parts = passwordWrap.split('.');
    expect(await read(['wk1', 'recovery', ...parts.slice(6)].join('.'))).toEqual(unreadable);
    const head = ['wk1', 'password', '65536', '3', '1', stretch.salt];
    const turned = [...head, ...recoveryWrap.split('.').slice(2)].join('.');
    expect(v.is(PasswordWrap, turned)).toBe(true);
    expect(await read(turned, codeKek)).toEqual(unreadable);
  });

  it('does not open with a former record of the same account in its place', async () => {
    const former = await wrapForPassword(newKek(), newStretch(), publicKey, userKey);
    expect(await read(former)).toEqual(unreadable);
  });
});
