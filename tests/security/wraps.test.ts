import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { usualCost } from '#lib/account/stretch.ts';
import { PasswordWrap, RecoveryWrap } from '#lib/account/vault-material.ts';
import { fromBase64url, toBase64url } from '#lib/vault/base64url.ts';
import { open, writeBox } from '#lib/vault/box.ts';
import { commit } from '#lib/vault/commitment.ts';
import { deriveBytes, deriveKey } from '#lib/vault/derive.ts';
import type { Kek } from '#lib/vault/kek.ts';
import { lp } from '#lib/vault/lp.ts';
import { flipped } from '#tests/support/sealed.ts';
import { Tries } from '#tests/support/tally.ts';
import { twoKeyBox } from '#tests/support/two-key-box.ts';
import {
  codeKek,
  kek,
  newKek,
  passwordWrap,
  publicKey,
  read,
  recoveryWrap,
  stretch,
} from '#tests/support/wrapped.ts';

const purpose = 'weerklank user key';

describe('A wrapped user key that was changed', () => {
  const places = [2, 3, 4, 5, 6, 7, 8];
  const edit = fc.record({
    recovery: fc.boolean(),
    part: fc.constantFrom(...places),
    bit: fc.nat({ max: 8 * 64 }),
  });

  it('never opens: of 10,000 flips of a bit none is accepted, and all read as a record', async () => {
    const tries = new Tries();
    let wellFormed = 0;
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
        if (v.is(recovery ? RecoveryWrap : PasswordWrap, record)) wellFormed += 1;
        tries.note(record, (await read(record, recovery ? codeKek : kek)).ok);
      }),
      { numRuns: 10_000 },
    );
    expect(tries.told('tampered-ciphertexts')).toEqual([]);
    // Otherwise the schema alone would have refused them, and nothing was shown of the commitment.
    expect(wellFormed).toBeGreaterThan(9_500);
  });

  it('never opens with another character in any place, nor with one too few or too many', async () => {
    const tries = new Tries();
    for (const [record, key] of [
      [passwordWrap, kek],
      [recoveryWrap, codeKek],
    ] as const) {
      for (let at = 0; at < record.length; at += 1) {
        for (const other of ['A', 'B', 'Q', '0', '.', ' ']) {
          if (record[at] === other) continue;
          const changed = record.slice(0, at) + other + record.slice(at + 1);
          tries.note(changed, (await read(changed, key)).ok);
        }
        const shorter = record.slice(0, at) + record.slice(at + 1);
        tries.note(shorter, (await read(shorter, key)).ok);
      }
      for (const more of ['.', 'A', '.A', '\n', ' ', '=']) {
        tries.note(`${record}${more}`, (await read(`${record}${more}`, key)).ok);
      }
    }
    expect(tries.told('tampered-ciphertexts')).toEqual([]);
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

describe('(attack 7) A wrapped user key that is made to open under many keys', () => {
  /** The two kinds of record, without what is sealed in them. */
  const heads = {
    password: ['wk1', 'password', ...Object.values(usualCost).map(String), stretch.salt],
    recovery: ['wk1', 'recovery'],
  };

  it.each(Object.entries(heads))(
    'opens under the one key it commits to, though its box opens under two (%s)',
    async (_, head) => {
      const aad = lp('user-key', publicKey, ...head);
      const tries = new Tries();
      for (let pair = 0; pair < 20; pair += 1) {
        const keks = [newKek(), newKek()] as const;
        const [one, other] = await Promise.all(keks.map((kek) => deriveBytes(kek, purpose)));
        if (!one || !other) throw new Error('Two keys are needed');
        const box = twoKeyBox([one, other], aad);
        const opened = keks.map(async (kek) => open(await deriveKey(kek, purpose), aad, box));
        const [first, second] = await Promise.all(opened);
        expect([first?.length, second?.length]).toEqual([32, 32]);
        expect(first).not.toEqual(second);
        const parts = writeBox(box).split('.').slice(1);
        const committed = lp('user-key', publicKey, ...head, ...parts);
        const recordFor = async (kek: Kek) =>
          [...head, ...parts, await commit(kek, committed)].join('.');
        for (const [index, record] of (await Promise.all(keks.map(recordFor))).entries()) {
          expect((await read(record, keks[index])).ok).toBe(true);
          tries.note(`pair ${pair}`, (await read(record, keks[1 - index])).ok);
        }
      }
      expect(tries.told('attack-07-multi-key')).toEqual([]);
    },
  );
});
