import { describe, expect, it } from 'vitest';
import { Act } from '#lib/dialogue/act.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { newRoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { openWords, type WordsContext } from '#lib/vault/words.ts';
import {
  context,
  key,
  roomKey,
  someDigest,
  unreadable,
  withHash,
  words,
} from '#tests/support/sealed.ts';
import { Tries } from '#tests/support/tally.ts';

const times = 40;

/** Every other place, in many ways each. */
const elsewhere: Record<string, (salt: number) => Partial<WordsContext>> = {
  'another room': () => ({ roomId: newRoomId() }),
  'another session': () => ({ sessionId: newSessionId() }),
  'another epoch': (salt) => ({ epoch: [1, 3 + salt][salt % 2] ?? 1 }),
  'another move': () => ({ moveId: newMoveId() }),
  'the other author': () => ({ seat: 'b' }),
  'another act': (salt) => {
    const others = Act.options.filter((act) => act !== context.act);
    return { act: others[salt % others.length] ?? 'mirror' };
  },
  'another exercise': (salt) => ({ exercise: { id: `other-${salt}`, version: 2 } }),
  'another version of the exercise': (salt) => ({
    exercise: { id: 'mirror-dialogue', version: 3 + salt },
  }),
  'another place in the chain': () => ({ prev: someDigest() }),
  'the beginning of the chain': () => ({ prev: null }),
};

describe('(attack 3) Words that were moved', () => {
  it('open where they belong, so that every refusal below has a cause', async () => {
    expect((await openWords(key, context, words)).ok).toBe(true);
    expect(withHash(context, words.sealed)).toEqual(words);
  });

  it.each(Object.entries(elsewhere))(
    'do not open under %s, whatever stands beside them',
    async (place, change) => {
      const tries = new Tries();
      for (let salt = 0; salt < times; salt += 1) {
        const there = { ...context, ...change(salt) };
        const { epoch, prev } = there;
        // Also with the key of the place they were moved to, which the partner would take.
        for (const tried of [key, await sessionKeyOf(roomKey, there)]) {
          for (const beside of [words, { ...words, epoch, prev }, withHash(there, words.sealed)]) {
            tries.note(`${place} ${salt}`, (await openWords(tried, there, beside)).ok);
          }
        }
      }
      expect(tries.told('attack-03-swaps')).toEqual([]);
    },
  );

  it('do not open with the key of another room, session or epoch', async () => {
    const keys = [
      sessionKeyOf(newRoomKey(), context),
      sessionKeyOf(roomKey, { ...context, sessionId: newSessionId() }),
      sessionKeyOf(roomKey, { ...context, epoch: 1 }),
      sessionKeyOf(roomKey, { ...context, roomId: newRoomId() }),
    ];
    const tries = new Tries();
    for (const [index, other] of (await Promise.all(keys)).entries()) {
      tries.note(`key ${index}`, (await openWords(other, context, words)).ok);
    }
    expect(tries.told('attack-03-swaps')).toEqual([]);
  });

  it('do not open when the chain beside them was rewritten', async () => {
    for (const prev of [null, someDigest()]) {
      expect(await openWords(key, context, { ...words, prev })).toEqual(unreadable);
    }
  });
});
