import { createHash } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { PlainAct } from '#lib/dialogue/act.ts';
import { Digest } from '#lib/dialogue/id.ts';
import type { SealedWords } from '#lib/dialogue/move.ts';
import { toBase64url } from '#lib/vault/base64url.ts';
import { type Box, readBox, seal, writeBox } from '#lib/vault/box.ts';
import { joinBytes, randomBytes } from '#lib/vault/bytes.ts';
import { lp } from '#lib/vault/lp.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { openWords, sealWords, type WordsContext } from '#lib/vault/words.ts';

const someDigest = () => v.parse(Digest, toBase64url(randomBytes(32)));
const context: WordsContext = {
  roomId: newRoomId(),
  sessionId: newSessionId(),
  epoch: 2,
  moveId: newMoveId(),
  seat: 'a',
  act: 'send',
  exercise: { id: 'mirror-dialogue', version: 2 },
  prev: someDigest(),
};
const roomKey = newRoomKey();
const key = await sessionKeyOf(roomKey, context);
const unreadable = { ok: false, reason: 'unreadable' };

const result = await sealWords(key, context, { kind: 'text', text: 'Only between us' });
if (!result.ok) throw new Error(result.reason);
const words = result.value;
const box = boxOf(words.sealed);

function boxOf(sealed: string): Box {
  const read = readBox(sealed);
  if (!read) throw new Error('Not a box');
  return read;
}

const aadOf = (at: WordsContext) =>
  lp(
    ...['wk1', at.roomId, at.sessionId, String(at.epoch), at.moveId, at.seat, at.act],
    ...[at.exercise.id, String(at.exercise.version), at.prev],
  );

/** What a server can do after an edit: the digest needs no key. */
function withHash(at: WordsContext, sealed: string): SealedWords {
  const { iv, ciphertext } = readBox(sealed) ?? {
    iv: new Uint8Array(),
    ciphertext: new Uint8Array(),
  };
  const hash = createHash('sha256')
    .update(joinBytes(aadOf(at), iv, ciphertext))
    .digest('base64url');
  return { sealed, epoch: at.epoch, prev: at.prev, hash: v.parse(Digest, hash) };
}

function flipped(bytes: Uint8Array<ArrayBuffer>, bit: number): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(bit / 8) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit % 8));
  return copy;
}

const elsewhere: Record<string, (salt: number) => Partial<WordsContext>> = {
  'another room': () => ({ roomId: newRoomId() }),
  'another session': () => ({ sessionId: newSessionId() }),
  'another epoch': (salt) => ({ epoch: 3 + salt }),
  'another move': () => ({ moveId: newMoveId() }),
  'the other author': () => ({ seat: 'b' }),
  'another act': (salt) => ({
    act: PlainAct.options.filter((act) => act !== 'send')[salt % 15] ?? 'mirror',
  }),
  'another exercise': (salt) => ({ exercise: { id: `other-${salt}`, version: 2 } }),
  'another version of the exercise': (salt) => ({
    exercise: { id: 'mirror-dialogue', version: 3 + salt },
  }),
  'another place in the chain': () => ({ prev: someDigest() }),
  'the beginning of the chain': () => ({ prev: null }),
};

describe('words that were moved', () => {
  it('open where they belong, so that every refusal below has a cause', async () => {
    expect((await openWords(key, context, words)).ok).toBe(true);
    expect(withHash(context, words.sealed)).toEqual(words);
  });

  for (const [place, change] of Object.entries(elsewhere)) {
    it(`do not open under ${place}, also with a digest to match`, async () => {
      const there = { ...context, ...change(0) };
      expect(await openWords(key, there, words)).toEqual(unreadable);
      expect(
        await openWords(key, there, { ...words, epoch: there.epoch, prev: there.prev }),
      ).toEqual(unreadable);
      expect(await openWords(key, there, withHash(there, words.sealed))).toEqual(unreadable);
    });
  }

  it('do not open with the key of another room, session or epoch', async () => {
    const keys = [
      sessionKeyOf(newRoomKey(), context),
      sessionKeyOf(roomKey, { ...context, sessionId: newSessionId() }),
      sessionKeyOf(roomKey, { ...context, epoch: 1 }),
    ];
    for (const other of await Promise.all(keys)) {
      expect(await openWords(other, context, words)).toEqual(unreadable);
    }
  });

  it('do not open when the chain beside them was rewritten', async () => {
    for (const prev of [null, someDigest()]) {
      expect(await openWords(key, context, { ...words, prev })).toEqual(unreadable);
    }
  });
});

describe('words that were changed', () => {
  const edit = fc.oneof(
    fc.record({ what: fc.constant('iv' as const), salt: fc.nat({ max: 95 }) }),
    fc.record({ what: fc.constant('ciphertext' as const), salt: fc.nat({ max: 8 * 272 - 1 }) }),
    fc.record({ what: fc.constant('character' as const), salt: fc.nat({ max: 100_000 }) }),
    fc.record({ what: fc.constant('hash' as const), salt: fc.nat({ max: 8 * 32 - 1 }) }),
    fc.record({ what: fc.constant('context' as const), salt: fc.nat({ max: 100_000 }) }),
  );
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ';

  function apply(what: string, salt: number): { at: WordsContext; sealed: string; hash?: Digest } {
    const { sealed } = words;
    switch (what) {
      case 'iv':
        return { at: context, sealed: writeBox({ ...box, iv: flipped(box.iv, salt) }) };
      case 'ciphertext':
        return {
          at: context,
          sealed: writeBox({ ...box, ciphertext: flipped(box.ciphertext, salt) }),
        };
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
      default: {
        const changes = Object.values(elsewhere);
        return { at: { ...context, ...changes[salt % changes.length]?.(salt) }, sealed };
      }
    }
  }

  it('never open: of 10,000 edits, half with a digest to match, none is accepted', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(edit, fc.boolean(), async ({ what, salt }, rehash) => {
        const { at, sealed, hash } = apply(what, salt);
        const forged =
          rehash && hash === undefined
            ? withHash(at, sealed)
            : { sealed, epoch: at.epoch, prev: at.prev, hash: hash ?? words.hash };
        tried += 1;
        return !(await openWords(key, at, forged)).ok;
      }),
      { numRuns: 10_000 },
    );
    expect(tried).toBe(10_000);
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

describe('words whose inside is not in its one form', () => {
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
  for (const [what, plaintext] of Object.entries(bad)) {
    it(`do not open: ${what}`, async () => {
      expect(await openInside(plaintext)).toEqual(unreadable);
    });
  }
});
