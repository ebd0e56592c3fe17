import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Digest } from '#lib/dialogue/id.ts';
import { toBase64url } from '#lib/vault/base64url.ts';
import { open, seal, writeBox } from '#lib/vault/box.ts';
import { openWords, type WordsContext } from '#lib/vault/words.ts';
import {
  aadOf,
  box,
  context,
  flipped,
  key,
  someDigest,
  unreadable,
  withHash,
  words,
} from '#tests/support/sealed.ts';
import { Tries, tally } from '#tests/support/tally.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ';

describe('Words that were changed', () => {
  it('(attack 2) never open: of 10,000 bits turned over in iv, ciphertext or place, none', async () => {
    const aad = aadOf(context);
    const bits = 8 * (box.iv.length + box.ciphertext.length + aad.length);
    expect(await open(key, aad, box)).not.toBeNull();
    const tries = new Tries();
    for (let turn = 0; turn < 10_000; turn += 1) {
      const bit = turn < bits ? turn : Math.floor(Math.random() * bits);
      const [iv, ciphertext, place] = [box.iv, box.ciphertext, aad].map((part, index, parts) => {
        const before = parts.slice(0, index).reduce((sum, { length }) => sum + 8 * length, 0);
        const here = bit >= before && bit < before + 8 * part.length;
        return here ? flipped(part, bit - before) : part;
      });
      if (!iv || !ciphertext || !place) throw new Error('Three parts');
      const unmoved = place === aad;
      // What a server could pass on goes the whole way; a place is no text that it could pass on.
      const opened = unmoved
        ? (await openWords(key, context, withHash(context, writeBox({ iv, ciphertext })))).ok
        : (await open(key, place, box)) !== null;
      tries.note(`bit ${bit}`, opened);
    }
    expect(tries.tried).toBe(10_000);
    expect(tries.told('attack-02-bit-flips', 'tampered-ciphertexts')).toEqual([]);
  });

  const edit = fc.oneof(
    fc.record({ what: fc.constant('character' as const), salt: fc.nat({ max: 100_000 }) }),
    fc.record({ what: fc.constant('hash' as const), salt: fc.nat({ max: 8 * 32 - 1 }) }),
    fc.record({ what: fc.constant('prev' as const), salt: fc.nat({ max: 1 }) }),
  );

  function apply(what: string, salt: number): { at: WordsContext; sealed: string; hash?: Digest } {
    const { sealed } = words;
    switch (what) {
      case 'character': {
        const place = salt % sealed.length;
        const others = [...alphabet].filter((character) => character !== sealed[place]);
        const other = others[Math.floor(salt / 7) % others.length] ?? '';
        return { at: context, sealed: sealed.slice(0, place) + other + sealed.slice(place + 1) };
      }
      case 'hash': {
        const digest = Uint8Array.from(Buffer.from(words.hash, 'base64url'));
        return { at: context, sealed, hash: v.parse(Digest, toBase64url(flipped(digest, salt))) };
      }
      default:
        return { at: { ...context, prev: salt === 0 ? null : someDigest() }, sealed };
    }
  }

  it('never open: of 4,000 edits of their text, half with a digest to match, none', async () => {
    const tries = new Tries();
    await fc.assert(
      fc.asyncProperty(edit, fc.boolean(), async ({ what, salt }, rehash) => {
        const { at, sealed, hash } = apply(what, salt);
        const forged =
          rehash && hash === undefined
            ? withHash(at, sealed)
            : { ...words, sealed, prev: at.prev, hash: hash ?? words.hash };
        tries.note(`${what} ${salt}`, (await openWords(key, at, forged)).ok);
      }),
      { numRuns: 4_000 },
    );
    expect(tries.told('tampered-ciphertexts')).toEqual([]);
  });

  it('do not open when one text is written in another way for the same bytes', async () => {
    const last = words.sealed.at(-1) ?? '';
    const index = alphabet.indexOf(last);
    const twins = [1, 2, 3].map((spare) => alphabet[index ^ spare] ?? '');
    for (const twin of twins) {
      const sealed = words.sealed.slice(0, -1) + twin;
      expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url')).toEqual(
        Buffer.from(box.ciphertext),
      );
      expect(await openWords(key, context, { ...words, sealed })).toEqual(unreadable);
    }
  });

  it('never throw, whatever stands in their place', async () => {
    const sealed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((junk) => `wk1.${junk}`),
      fc.base64String().map((junk) => `wk1.${toBase64url(box.iv)}.${junk}`),
      fc.constantFrom('', 'wk1', 'wk1.', 'wk1..', 'wk1...', words.sealed.replace('wk1', 'wk2')),
      fc.constantFrom(`${words.sealed}.`, `${words.sealed}=`, `${words.sealed}\n`),
    );
    await fc.assert(
      fc.asyncProperty(sealed, async (junk) => {
        expect(await openWords(key, context, withHash(context, junk))).toEqual(unreadable);
        expect(await openWords(key, context, { ...words, sealed: junk })).toEqual(unreadable);
      }),
      { numRuns: 500 },
    );
  });
});

describe('Words whose inside is not in its one form', () => {
  const padded = (json: string | Uint8Array, length: number, stated?: number, filler = 0) => {
    const inside = Buffer.from(json);
    const plaintext = new Uint8Array(length).fill(filler);
    new DataView(plaintext.buffer).setUint32(0, stated ?? inside.length);
    plaintext.set(inside, 4);
    return plaintext;
  };
  const good = '{"kind":"text","text":"hi"}';
  const openInside = async (plaintext: Uint8Array<ArrayBuffer>) => {
    const sealed = writeBox(await seal(key, aadOf(context), plaintext));
    return openWords(key, context, withHash(context, sealed));
  };

  it('open when it is', async () => {
    expect(await openInside(padded(good, 256))).toEqual({
      ok: true,
      value: { kind: 'text', text: 'hi' },
    });
  });

  const tail = padded(good, 256);
  tail[255] = 1;
  const bad: Record<string, Uint8Array<ArrayBuffer>> = {
    'nothing at all': new Uint8Array(0),
    'less than a length': new Uint8Array(3),
    'filled with something else than zeros': padded(good, 256, undefined, 32),
    'one bit in the last byte of the padding': tail,
    'no bucket': padded(good, 255),
    'a larger bucket than needed': padded(good, 1024),
    'a length beyond its end': padded(good, 256, 253),
    'an enormous length': padded(good, 256, 0xff_ff_ff_ff),
    'a length that cuts the JSON short': padded(good, 256, good.length - 1),
    'bytes that are no UTF-8': padded(Buffer.from(good.replace('hi', 'h\xff'), 'latin1'), 256),
    'no JSON': padded('hello', 256),
    'a byte order mark': padded(`\ufeff${good}`, 256),
    'JSON of another sort': padded('null', 256),
    'an unknown kind': padded('{"kind":"image","text":"hi"}', 256),
    'one key too many': padded('{"kind":"text","text":"hi","by":"b"}', 256),
    'a rating above 10': padded('{"kind":"rating","rating":11}', 256),
    'a rating below 0': padded('{"kind":"rating","rating":-1}', 256),
    'half a rating': padded('{"kind":"rating","rating":2.5}', 256),
    'a rating in letters': padded('{"kind":"rating","rating":"3"}', 256),
  };
  it.each(Object.entries(bad))('do not open: %s', async (_, plaintext) => {
    const opened = await openInside(plaintext);
    tally('tampered-ciphertexts', { tried: 1, letThrough: opened.ok ? 1 : 0 });
    expect(opened).toEqual(unreadable);
  });
});
