import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Stretch, usualCost } from '#lib/account/stretch.ts';
import { PasswordWrap, RecoveryWrap, stretchOf } from '#lib/account/vault-material.ts';
import { newAccountKeys } from '#lib/vault/account-keys.ts';
import { fromBase64url, toBase64url } from '#lib/vault/base64url.ts';
import { open, writeBox } from '#lib/vault/box.ts';
import type { Bytes } from '#lib/vault/bytes.ts';
import { commit } from '#lib/vault/commitment.ts';
import { deriveBytes, deriveKey } from '#lib/vault/derive.ts';
import { Kek } from '#lib/vault/kek.ts';
import { lp } from '#lib/vault/lp.ts';
import { newStretch } from '#lib/vault/password.ts';
import { newSecret } from '#lib/vault/secret.ts';
import {
  newUserKey,
  unwrapWithPassword,
  unwrapWithRecovery,
  wrapForPassword,
  wrapForRecovery,
} from '#lib/vault/user-key.ts';
import { twoKeyBox } from '#tests/support/two-key-box.ts';

const newKek = () => v.parse(Kek, newSecret());
const userKey = newUserKey();
const stretch: Stretch = newStretch();
const [kek, codeKek] = [newKek(), newKek()];
const { publicKey } = await newAccountKeys(userKey);
const { publicKey: otherPublicKey } = await newAccountKeys(userKey);
const passwordWrap = await wrapForPassword(kek, stretch, publicKey, userKey);
const recoveryWrap = await wrapForRecovery(codeKek, publicKey, userKey);
const unreadable = { ok: false, reason: 'unreadable' };

/** What a client makes of a record that a server sends: the schema first, the key after. */
async function read(record: string, key = kek, account = publicKey) {
  const password = v.safeParse(PasswordWrap, record);
  if (password.success) return unwrapWithPassword(key, account, password.output);
  const recovery = v.safeParse(RecoveryWrap, record);
  return recovery.success ? unwrapWithRecovery(key, account, recovery.output) : unreadable;
}

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

  it('does not open with another cost or salt written in it', async () => {
    const { salt } = newStretch();
    for (const [from, to] of [
      ['.65536.', '.1024.'],
      ['.3.1.', '.1.1.'],
      ['.3.1.', '.3.2.'],
      [stretch.salt, salt],
    ] as const) {
      const changed = passwordWrap.replace(from, to);
      expect(v.is(PasswordWrap, changed)).toBe(true);
      expect(await read(changed)).toEqual(unreadable);
    }
  });
});

describe('a record that was changed', () => {
  const places = [2, 3, 4, 5, 6, 7, 8];
  const edit = fc.record({
    recovery: fc.boolean(),
    part: fc.constantFrom(...places),
    bit: fc.nat({ max: 8 * 64 }),
    account: fc.nat({ max: 20 }),
  });

  function flipped(bytes: Bytes, bit: number): Bytes {
    const copy = Uint8Array.from(bytes);
    const at = Math.floor(bit / 8) % copy.length;
    copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
    return copy;
  }

  it('never opens: of 10,000 flips of a bit none is accepted, and all read as a record', async () => {
    let [tried, wellFormed] = [0, 0];
    await fc.assert(
      fc.asyncProperty(edit, async ({ recovery, part, bit }) => {
        const parts = (recovery ? recoveryWrap : passwordWrap).split('.');
        const at = recovery ? 2 + (part % 3) : part;
        const text = parts[at] ?? '';
        const number = !recovery && at < 5;
        parts[at] = number
          ? String(Number(text) ^ (1 << (bit % 20)))
          : toBase64url(flipped(fromBase64url(text) ?? new Uint8Array(1), bit));
        const record = parts.join('.');
        tried += 1;
        if (v.is(recovery ? RecoveryWrap : PasswordWrap, record)) wellFormed += 1;
        return !(await read(record, recovery ? codeKek : kek)).ok;
      }),
      { numRuns: 10_000 },
    );
    expect(tried).toBe(10_000);
    // Otherwise the schema alone would have refused them, and nothing was shown of the commitment.
    expect(wellFormed).toBeGreaterThan(9_500);
  });

  it('never opens with another character in any place, nor with one too few or too many', async () => {
    for (const [record, key] of [
      [passwordWrap, kek],
      [recoveryWrap, codeKek],
    ] as const) {
      for (let at = 0; at < record.length; at += 1) {
        for (const other of ['A', 'B', 'Q', '0', '.', ' ']) {
          if (record[at] === other) continue;
          const changed = record.slice(0, at) + other + record.slice(at + 1);
          expect(await read(changed, key)).toEqual(unreadable);
        }
        expect(await read(record.slice(0, at) + record.slice(at + 1), key)).toEqual(unreadable);
      }
      for (const more of ['.', 'A', '.A', '\n', ' ', '=']) {
        expect(await read(`${record}${more}`, key)).toEqual(unreadable);
      }
    }
  });

  it('is no record at all when it is longer than one, or not in its one form', () => {
    for (const text of [
      '',
      passwordWrap.repeat(5),
      passwordWrap.replace('wk1', 'wk2'),
      passwordWrap.replace('.3.', '.03.'),
      passwordWrap.replace('.3.', '.3e0.'),
      passwordWrap.replace('.65536.', '.99999999999.'),
      passwordWrap.replace('password', 'Password'),
      `${passwordWrap}\n`,
    ]) {
      expect(v.is(PasswordWrap, text)).toBe(false);
      expect(v.is(RecoveryWrap, text)).toBe(false);
    }
  });
});

describe('a record that is made to open under many keys', () => {
  const head = ['wk1', 'password', ...Object.values(usualCost).map(String), stretch.salt];
  const aad = lp('user-key', publicKey, ...head);

  it('opens under the one key it commits to, though its box opens under two', async () => {
    const keks = [newKek(), newKek()] as const;
    const boxKeys = await Promise.all(keks.map((each) => deriveBytes(each, 'weerklank user key')));
    const [one, other] = boxKeys;
    if (!one || !other) throw new Error('Two keys are needed');
    const box = twoKeyBox([one, other], aad);
    const plaintexts = await Promise.all(
      keks.map(async (each) => open(await deriveKey(each, 'weerklank user key'), aad, box)),
    );
    for (const plaintext of plaintexts) expect(plaintext).toHaveLength(32);
    expect(plaintexts[0]).not.toEqual(plaintexts[1]);
    const boxParts = writeBox(box).split('.').slice(1);
    const commitment = await commit(keks[0], lp('user-key', publicKey, ...head, ...boxParts));
    const record = [...head, ...boxParts, commitment].join('.');
    expect((await read(record, keks[0])).ok).toBe(true);
    expect(await read(record, keks[1])).toEqual(unreadable);
  });
});
