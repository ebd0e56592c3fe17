import { createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import { MoveId, RoomId, SessionId } from '#lib/dialogue/id.ts';
import { SealedWords } from '#lib/dialogue/move.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, RoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { openWords, sealWords, type WordsContext } from '#lib/vault/words.ts';

function accept<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`Refused: ${result.reason}`);
  return result.value;
}

const context: WordsContext = {
  roomId: newRoomId(),
  sessionId: newSessionId(),
  epoch: firstEpoch,
  moveId: newMoveId(),
  seat: 'a',
  act: 'send',
  exercise: { id: 'mirror-dialogue', version: 1 },
  prev: null,
};
const key = await sessionKeyOf(newRoomKey(), context);

const text = (said: string): Words => ({ kind: 'text', text: said });
const seal = async (words: Words) => accept(await sealWords(key, context, words));

/** A text whose plaintext, length field included, is exactly this many bytes. */
const textOfPlaintext = (bytes: number) =>
  text('x'.repeat(bytes - 4 - JSON.stringify(text('')).length));

/** Any string JavaScript can hold, lone surrogates and control characters included. */
const anyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.nat({ max: 0xffff }), { maxLength: 300 })
    .map((units) => String.fromCharCode(...units)),
);

describe('words', () => {
  it('come back as they were said, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(anyString, async (said) => {
        const opened = await openWords(key, context, await seal(text(said)));
        expect(opened).toEqual({ ok: true, value: text(said.normalize('NFC')) });
      }),
      { numRuns: 500 },
    );
  });

  it('may be each rating from 0 to 10, and no other number', async () => {
    for (let rating = 0; rating <= 10; rating += 1) {
      const words: Words = { kind: 'rating', rating };
      expect(await openWords(key, context, await seal(words))).toEqual({ ok: true, value: words });
    }
    for (const rating of [-1, 11, 2.5, Number.NaN]) {
      await expect(sealWords(key, context, { kind: 'rating', rating })).rejects.toThrow();
    }
  });

  it('are the same words however the keyboard composed their accents', async () => {
    const opened = await openWords(key, context, await seal(text('Cafe\u0301 idee\u0308n')));
    expect(opened).toEqual({ ok: true, value: text('Caf\u00e9 ide\u00ebn') });
  });

  it('have the shape the protocol takes, up to the longest', async () => {
    for (const words of [text(''), textOfPlaintext(15_360)]) {
      const sealed = await seal(words);
      expect(v.parse(SealedWords, sealed)).toEqual(sealed);
    }
  });

  it('carry the digest before them', async () => {
    const first = await seal(text('one'));
    const next = { ...context, prev: first.hash };
    const second = accept(await sealWords(key, next, text('two')));
    expect(first.prev).toBeNull();
    expect(second.prev).toBe(first.hash);
    expect(await openWords(key, next, second)).toEqual({ ok: true, value: text('two') });
  });

  it('show only in which of four buckets their length falls', async () => {
    const lengthOf = async (words: Words) => (await seal(words)).sealed.length;
    const buckets = [256, 1024, 4096, 15_360];
    const lengths: number[] = [];
    for (const [index, bucket] of buckets.entries()) {
      const shortest = index === 0 ? text('') : textOfPlaintext((buckets[index - 1] ?? 0) + 1);
      const length = await lengthOf(shortest);
      expect(await lengthOf(textOfPlaintext(bucket))).toBe(length);
      lengths.push(length);
    }
    expect(new Set(lengths).size).toBe(4);
    for (const words of [
      text('no'),
      text('x'.repeat(200)),
      { kind: 'rating', rating: 10 } as const,
    ]) {
      expect(await lengthOf(words)).toBe(lengths[0]);
    }
  });

  it('are refused as a value when they are too long, and only then', async () => {
    expect((await sealWords(key, context, textOfPlaintext(15_360))).ok).toBe(true);
    expect(await sealWords(key, context, textOfPlaintext(15_361))).toEqual({
      ok: false,
      reason: 'too-long',
    });
  });

  it('sealed twice are never the same bytes', async () => {
    const [one, two] = [await seal(text('again')), await seal(text('again'))];
    expect(one.sealed).not.toBe(two.sealed);
    expect(one.hash).not.toBe(two.hash);
  });
});

/** The documented format, read with another implementation than the one that wrote it. */
function readByHand(roomKey: Uint8Array, at: WordsContext, sealed: string) {
  const field = (value: string | null) => {
    const length = Buffer.alloc(4, 0xff);
    if (value !== null) length.writeUInt32BE(Buffer.byteLength(value));
    return Buffer.concat([length, Buffer.from(value ?? '')]);
  };
  const lp = (...fields: (string | null)[]) => Buffer.concat(fields.map(field));
  const info = lp('weerklank session', at.roomId, at.sessionId, String(at.epoch));
  const sessionKey = Buffer.from(hkdfSync('sha256', roomKey, new Uint8Array(0), info, 32));
  const place = ['wk1', at.roomId, at.sessionId, String(at.epoch), at.moveId, at.seat, at.act];
  const aad = lp(...place, at.exercise.id, String(at.exercise.version), at.prev);
  const [version, iv, box] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!version || !iv || !box) throw new Error('Not three parts');
  const decipher = createDecipheriv('aes-256-gcm', sessionKey, iv).setAAD(aad);
  decipher.setAuthTag(box.subarray(-16));
  const plaintext = Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()]);
  return {
    words: JSON.parse(plaintext.subarray(4, 4 + plaintext.readUInt32BE()).toString()),
    hash: createHash('sha256').update(aad).update(iv).update(box).digest('base64url'),
  };
}

describe('the format of words', () => {
  const fixed: WordsContext = {
    roomId: v.parse(RoomId, 'room__________________'),
    sessionId: v.parse(SessionId, 'session_______________'),
    epoch: 1,
    moveId: v.parse(MoveId, 'move__________________'),
    seat: 'b',
    act: 'mirror',
    exercise: { id: 'mirror-dialogue', version: 3 },
    prev: null,
  };
  const roomKey = v.parse(
    RoomKey,
    Uint8Array.from({ length: 32 }, (_, index) => index),
  );

  it('is the documented one: another implementation opens it and finds the same digest', async () => {
    const sessionKey = await sessionKeyOf(roomKey, fixed);
    const words = text('Ik hoor dat je moe bent. Ø 🌿');
    const first = accept(await sealWords(sessionKey, fixed, words));
    expect(readByHand(roomKey, fixed, first.sealed)).toEqual({ words, hash: first.hash });
    const second = { ...fixed, prev: first.hash };
    const { sealed, hash } = accept(await sealWords(sessionKey, second, words));
    expect(readByHand(roomKey, second, sealed)).toEqual({ words, hash });
  });

  it('still opens words sealed when version wk1 was made', async () => {
    const kept = v.parse(SealedWords, {
      sealed:
        'wk1.dmF1bHR2ZWN0b3Ix.6TMIsvPmDPLsqHIp_a7vnT-FfsaIRKjbveELZvnacH1_0D4L5aJi8aGngyO1bc02ebc65DNI0eyHSuDOtgtKVwe0Jsvm1PqUxg84WiH_ACCv27I1_e-M68IFp6n1SdsmAOq3qPmVy_L51iZFk3MIbi1cDIz9cjyG1F_BXln4pECNy7I-5vNd3eq78nfSq8pSh05FroH745pRy-Sa6T_s-BS0APrKSv40-akNsD-zEaPbkfzIDK5fVldPL4EdqgBdWQ3aM6bs9Vi8nM0gJHGqD5-Hj7rAxDgYxPP_hDS7910Livb-bl9fFQbKSgpDVnGlq0VGWwY-g0jpwS64oD1DgFJyGY9RDuuj5OuS1CpKjcM',
      prev: null,
      hash: '_oVYmZ6nDhXalnVehyLPAcJND4xiGUeLxUYiwjPw3o4',
    });
    const opened = await openWords(await sessionKeyOf(roomKey, fixed), fixed, kept);
    expect(opened).toEqual({ ok: true, value: text('Ik hoor je.') });
  });

  it('never lets the session key out', async () => {
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });
});
