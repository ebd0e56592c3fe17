import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { stretchOf, VaultMaterial } from '#lib/account/vault-material.ts';
import type { Result } from '#lib/dialogue/result.ts';
import {
  type AccountKeys,
  AccountPrivateKey,
  newAccountKeys,
  openAccountKeys,
} from '#lib/vault/account-keys.ts';
import { accountVault, type NewVault } from '#lib/vault/account-vault.ts';
import { fromBase64url, toBase64url } from '#lib/vault/base64url.ts';
import { readBox, sealText, writeBox } from '#lib/vault/box.ts';
import { deriveKey } from '#lib/vault/derive.ts';
import { lp } from '#lib/vault/lp.ts';
import { splitPassword } from '#lib/vault/password.ts';
import { newRecoveryCode, showRecoveryCode } from '#lib/vault/recovery-code.ts';
import { newUserKey } from '#lib/vault/user-key.ts';

const unreadable = { ok: false, reason: 'unreadable' };
const vault = accountVault(splitPassword);
const [password, other] = ['een fiets op de maan', 'twee fietsen op de maan'];

async function accept<Value>(given: Promise<Result<Value, string>>): Promise<Value> {
  const result = await given;
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

const made: NewVault = await accept(vault.make(password));
const { material } = made;

/** What a room's key would be sealed with by somebody who has the public half alone. */
async function agrees({ publicKey, privateKey }: AccountKeys): Promise<boolean> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const raw = fromBase64url(publicKey) ?? new Uint8Array();
  const theirs = await crypto.subtle.importKey('raw', raw, curve, true, []);
  const mine = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const bits = async (own: CryptoKey, to: CryptoKey) =>
    Buffer.from(await crypto.subtle.deriveBits({ name: 'ECDH', public: to }, own, 256));
  return (await bits(privateKey, mine.publicKey)).equals(await bits(mine.privateKey, theirs));
}

describe('the vault of an account', () => {
  it('opens with the password and with the code, to the key pair it was made with', async () => {
    const openers = [
      { password },
      { recoveryCode: made.recoveryCode },
      { recoveryCode: showRecoveryCode(made.recoveryCode).toLowerCase() },
      { kek: (await accept(splitPassword(password, stretchOf(material.passwordWrap)))).kek },
    ];
    for (const opener of openers) {
      const keys = await accept(vault.open(opener, material));
      expect(keys.publicKey).toBe(made.keys.publicKey);
      expect(await agrees(keys)).toBe(true);
    }
  });

  it('opens with nothing else, and says in one word why not', async () => {
    expect(await vault.open({ password: other }, material)).toEqual(unreadable);
    const halves = await accept(splitPassword(other, stretchOf(material.passwordWrap)));
    expect(await vault.open({ kek: halves.kek }, material)).toEqual(unreadable);
    expect(await vault.open({ recoveryCode: newRecoveryCode() }, material)).toEqual(unreadable);
    const mistyped = `${made.recoveryCode.slice(1)}${made.recoveryCode[0]}`;
    expect(await vault.open({ recoveryCode: mistyped }, material)).toEqual({
      ok: false,
      reason: 'mistyped',
    });
    const codeless = { ...material, recoveryWrap: null };
    expect(await vault.open({ recoveryCode: made.recoveryCode }, codeless)).toEqual(unreadable);
  });

  it('gives the server texts in their schema, and no secret in them', async () => {
    const { kek } = await accept(splitPassword(password, stretchOf(material.passwordWrap)));
    expect(v.parse(VaultMaterial, JSON.parse(JSON.stringify(material)))).toEqual(material);
    const sent = JSON.stringify({ ...material, authKey: made.authKey });
    for (const secret of [
      password,
      made.recoveryCode,
      showRecoveryCode(made.recoveryCode),
      toBase64url(kek),
      Buffer.from(kek).toString('hex'),
      Buffer.from(kek).toString('base64'),
      JSON.stringify([...kek]).slice(1, -1),
    ]) {
      expect(sent).not.toContain(secret);
    }
    expect(JSON.stringify(made.keys.privateKey)).toBe('{}');
  });
});

describe('a new password', () => {
  it('leaves the key pair and the code, and ends what the former one opened', async () => {
    const changed = await accept(vault.changePassword(password, other, material));
    expect(changed.formerAuthKey).toBe(made.authKey);
    expect(changed.authKey).not.toBe(made.authKey);
    expect(stretchOf(changed.passwordWrap).salt).not.toBe(stretchOf(material.passwordWrap).salt);
    const renewed: VaultMaterial = { ...material, passwordWrap: changed.passwordWrap };
    const keys = await accept(vault.open({ password: other }, renewed));
    expect(keys.publicKey).toBe(made.keys.publicKey);
    expect(await agrees(keys)).toBe(true);
    expect(await vault.open({ password }, renewed)).toEqual(unreadable);
    expect(
      await agrees(await accept(vault.open({ recoveryCode: made.recoveryCode }, renewed))),
    ).toBe(true);
  });

  it('is refused to who does not have the former one', async () => {
    expect(await vault.changePassword(other, password, material)).toEqual(unreadable);
  });

  it('is had with the code, which stays good', async () => {
    const reset = await accept(vault.resetWithCode(made.recoveryCode, other, material));
    const renewed: VaultMaterial = { ...material, passwordWrap: reset.passwordWrap };
    expect(await agrees(reset.keys)).toBe(true);
    expect((await accept(vault.open({ password: other }, renewed))).publicKey).toBe(
      made.keys.publicKey,
    );
    expect((await vault.open({ recoveryCode: made.recoveryCode }, renewed)).ok).toBe(true);
    expect(await vault.resetWithCode(newRecoveryCode(), other, material)).toEqual(unreadable);
    expect(await vault.resetWithCode('0000', other, material)).toMatchObject({
      reason: 'mistyped',
    });
  });

  it('without the code is a new vault: nothing of the old one opens, alone or mixed', async () => {
    const anew = await accept(vault.make(password));
    const split = splitPassword(password, stretchOf(anew.material.passwordWrap));
    const { kek } = await accept(split);
    const mixes: VaultMaterial[] = [
      material,
      { ...material, passwordWrap: anew.material.passwordWrap },
      { ...anew.material, sealedPrivateKey: material.sealedPrivateKey },
      { ...anew.material, publicKey: material.publicKey },
      {
        ...anew.material,
        publicKey: material.publicKey,
        sealedPrivateKey: material.sealedPrivateKey,
      },
    ];
    expect((await vault.open({ kek }, anew.material)).ok).toBe(true);
    for (const mix of mixes) {
      expect(await vault.open({ kek }, mix)).toEqual(unreadable);
      const { recoveryCode } = anew;
      const recovering = { ...mix, recoveryWrap: anew.material.recoveryWrap };
      expect(await vault.open({ recoveryCode }, recovering)).toEqual(unreadable);
    }
  });
});

describe('a new recovery code', () => {
  it('opens the vault in the place of the former one', async () => {
    const renewed = await accept(vault.renewCode(password, material));
    expect(renewed.recoveryCode).not.toBe(made.recoveryCode);
    const kept: VaultMaterial = { ...material, recoveryWrap: renewed.recoveryWrap };
    const { recoveryCode } = renewed;
    expect(await agrees(await accept(vault.open({ recoveryCode }, kept)))).toBe(true);
    expect(await vault.open({ recoveryCode: made.recoveryCode }, kept)).toEqual(unreadable);
    expect(await vault.renewCode(other, material)).toEqual(unreadable);
  });
});

describe('the key pair of an account', () => {
  const userKey = newUserKey();
  const Pair = v.pick(VaultMaterial, ['publicKey', 'sealedPrivateKey']);

  it('has a private half that cannot be carried away', async () => {
    expect(made.keys.privateKey.extractable).toBe(false);
    for (const format of ['pkcs8', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(format, made.keys.privateKey)).rejects.toThrow();
    }
    const { privateKey } = await crypto.subtle.generateKey(
      { name: 'ECDH', namedCurve: 'P-256' },
      true,
      ['deriveBits'],
    );
    expect(v.is(AccountPrivateKey, privateKey)).toBe(false);
  });

  it('has a public half of 65 bytes, for whoever seals something for it', () => {
    const raw = fromBase64url(made.keys.publicKey);
    expect(raw?.[0]).toBe(4);
    expect(raw).toHaveLength(65);
  });

  it('does not open with another public half, also not sealed by who has the user key', async () => {
    const [one, two] = [await newAccountKeys(userKey), await newAccountKeys(userKey)];
    expect((await openAccountKeys(userKey, one)).ok).toBe(true);
    expect(await openAccountKeys(userKey, { ...one, publicKey: two.publicKey })).toEqual(
      unreadable,
    );
    expect(await openAccountKeys(newUserKey(), one)).toEqual(unreadable);
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, [
      'deriveBits',
    ]);
    const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
    const key = await deriveKey(userKey, 'weerklank account key');
    for (const inside of [pkcs8, new Uint8Array(0), new Uint8Array(138)]) {
      const sealed = await sealText(key, lp('wk1', 'account-key', one.publicKey), inside);
      const forged = v.parse(Pair, { ...one, sealedPrivateKey: sealed });
      expect(await openAccountKeys(userKey, forged)).toEqual(unreadable);
    }
  });

  it('does not open with one bit of it changed', async () => {
    const one = await newAccountKeys(userKey);
    const box = readBox(one.sealedPrivateKey);
    if (!box) throw new Error('Not a box');
    for (let bit = 0; bit < 8 * box.ciphertext.length; bit += 1) {
      const ciphertext = Uint8Array.from(box.ciphertext);
      ciphertext[bit >> 3] = (ciphertext[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const changed = { ...one, sealedPrivateKey: writeBox({ ...box, ciphertext }) };
      expect(await openAccountKeys(userKey, v.parse(Pair, changed))).toEqual(unreadable);
    }
  });
});
