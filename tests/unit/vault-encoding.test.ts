import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { InvitationId, MoveId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { fromBase64url, toBase64url } from '#lib/vault/base64url.ts';
import { open, readBox, seal, writeBox } from '#lib/vault/box.ts';
import { randomBytes } from '#lib/vault/bytes.ts';
import { newDeviceKey } from '#lib/vault/device-safe.ts';
import { lp } from '#lib/vault/lp.ts';
import { newId, newInvitationId, newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Uint8Array.from(array));

describe('base64url', () => {
  it('is what Node writes, for any bytes', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const text = toBase64url(input);
        expect(text).toBe(Buffer.from(input).toString('base64url'));
        expect(fromBase64url(text)).toEqual(input);
      }),
    );
  });

  it('takes a value far longer than any argument list', () => {
    const long = new Uint8Array(300_000).fill(255);
    expect(fromBase64url(toBase64url(long))).toEqual(long);
  });

  it('reads no text but the one it would write, and throws for none', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.base64String(),
      fc.stringMatching(/^[\w-]{0,12}$/),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const read = fromBase64url(text);
        if (read !== null) expect(toBase64url(read)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
    for (const text of ['A', 'AB', 'AAB', 'AA==', 'AA+A', 'AA/A', 'AA A', 'AAAA\n', 'ÄAAA']) {
      expect(fromBase64url(text)).toBeNull();
    }
  });
});

describe('lp', () => {
  const fields = fc.array(fc.option(fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 5 });

  it('gives different bytes for different lists of fields', () => {
    fc.assert(
      fc.property(fields, fields, (one, two) => {
        const same = JSON.stringify(one) === JSON.stringify(two);
        expect(Buffer.from(lp(...one)).equals(Buffer.from(lp(...two)))).toBe(same);
      }),
      { numRuns: 1_000 },
    );
  });

  it('can be read back into the same fields', () => {
    fc.assert(
      fc.property(fields, (written) => {
        const buffer = Buffer.from(lp(...written));
        const read: (string | null)[] = [];
        for (let at = 0; at < buffer.length; ) {
          const length = buffer.readUInt32BE(at);
          const end = at + 4 + (length === 0xff_ff_ff_ff ? 0 : length);
          read.push(length === 0xff_ff_ff_ff ? null : buffer.toString('utf8', at + 4, end));
          at = end;
        }
        expect(read).toEqual(written);
      }),
    );
  });

  it('tells apart what a plain join would not', () => {
    const lists = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['abc', null], [], [''], [null]];
    const written = lists.map((list) => toBase64url(lp(...list)));
    expect(new Set(written).size).toBe(lists.length);
  });

  it('counts bytes, not characters', () => {
    expect([...lp('é')]).toEqual([0, 0, 0, 2, 0xc3, 0xa9]);
  });
});

describe('a box', () => {
  it('has its text back and nothing else', async () => {
    const key = await newDeviceKey();
    const aad = lp('here');
    const text = writeBox(await seal(key, aad, Uint8Array.of(1, 2, 3)));
    const box = readBox(text);
    expect(box && writeBox(box)).toBe(text);
    expect(box && (await open(key, aad, box))).toEqual(Uint8Array.of(1, 2, 3));
    const [, iv, ciphertext] = text.split('.');
    const others = [`wk2.${iv}.${ciphertext}`, `${text}.`, `wk1.${iv}`, `wk1.${iv}A.${ciphertext}`];
    for (const other of [...others, `WK1.${iv}.${ciphertext}`, ` ${text}`, `${text}=`]) {
      expect(readBox(other)).toBeNull();
    }
    for (const length of [0, 11, 13, 16]) {
      expect(readBox(`wk1.${toBase64url(randomBytes(length))}.${ciphertext}`)).toBeNull();
    }
  });

  it('does not open beside another aad or with another key', async () => {
    const [key, other] = await Promise.all([newDeviceKey(), newDeviceKey()]);
    const box = await seal(key, lp('here'), randomBytes(20));
    expect(await open(key, lp('there'), box)).toBeNull();
    expect(await open(other, lp('here'), box)).toBeNull();
    expect(await open(key, lp('here'), { ...box, ciphertext: new Uint8Array(0) })).toBeNull();
  });
});

describe('ids', () => {
  it('fit their schemas', () => {
    expect(v.parse(RoomId, newRoomId())).toHaveLength(22);
    expect(v.parse(SessionId, newSessionId())).toHaveLength(22);
    expect(v.parse(MoveId, newMoveId())).toHaveLength(22);
    expect(v.parse(InvitationId, newInvitationId())).toHaveLength(22);
  });

  it('are 128 bits, every one of them random, and do not come twice', () => {
    const ids = Array.from({ length: 10_000 }, newId);
    expect(new Set(ids).size).toBe(10_000);
    const ones = new Array<number>(128).fill(0);
    for (const id of ids) {
      const raw = Buffer.from(id, 'base64url');
      for (let bit = 0; bit < 128; bit += 1) {
        ones[bit] = (ones[bit] ?? 0) + (((raw[bit >> 3] ?? 0) >> (bit & 7)) & 1);
      }
    }
    // Ten standard deviations around half of 10,000: chance alone does not reach it.
    for (const count of ones) expect(Math.abs(count - 5_000)).toBeLessThan(500);
  });
});
