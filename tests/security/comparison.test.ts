import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RoomId } from '#lib/dialogue/id.ts';
import { commitmentTo, digitsOf } from '#lib/vault/comparison.ts';
import { Random } from '#tests/support/random.ts';
import { Tries } from '#tests/support/tally.ts';

const name = 'attack-05-key-substitution';
const meetings = 20_000;
const roomId = v.parse(RoomId, 'room'.padEnd(22, '_'));
const otherRoom = v.parse(RoomId, 'another-room'.padEnd(22, '_'));

/** Texts of so many bytes, the same in every run: whether two come out equal is then no luck of the day. */
function texts(seed: number) {
  const random = new Random(seed);
  return (bytes: number) => Buffer.from(random.fill(new Uint8Array(bytes))).toString('base64url');
}
const newKey = (text: (bytes: number) => string) => text(65);
const newNonce = (text: (bytes: number) => string) => text(16);

describe('(attack 5) A server between two who compare six digits', () => {
  it('shows them the same digits no more often than chance does', async () => {
    const text = texts(1);
    const tries = new Tries();
    const seen = new Map<string, number>();
    for (let meeting = 0; meeting < meetings; meeting += 1) {
      const [askerKey, helperKey] = [newKey(text), newKey(text)];
      const [askerNonce, helperNonce] = [newNonce(text), newNonce(text)];
      // Its own keys and nonces, chosen before either nonce is shown: the order of the steps sees to it.
      const [inKey, inNonce, outKey, outNonce] = [
        newKey(text),
        newNonce(text),
        newKey(text),
        newNonce(text),
      ];
      const [asker, helper] = await Promise.all([
        digitsOf({ roomId, askerKey, askerNonce, helperKey: outKey, helperNonce: outNonce }),
        digitsOf({ roomId, askerKey: inKey, askerNonce: inNonce, helperKey, helperNonce }),
      ]);
      tries.note(`${asker} at meeting ${meeting}`, asker === helper);
      seen.set(asker, (seen.get(asker) ?? 0) + 1);
    }
    // Of a million numbers, drawn evenly: about 19,800 of 20,000 are different, none comes often.
    expect(seen.size).toBeGreaterThan(19_600);
    expect(Math.max(...seen.values())).toBeLessThan(6);
    expect(tries.told(name)).toEqual([]);
  });

  it('is no further when it keeps one of the two nonces, or both keys but one', async () => {
    const text = texts(2);
    const tries = new Tries();
    for (let meeting = 0; meeting < 2_000; meeting += 1) {
      const askerKey = newKey(text);
      const shown = {
        roomId,
        askerKey,
        askerNonce: newNonce(text),
        helperKey: newKey(text),
        helperNonce: newNonce(text),
      };
      const digits = await digitsOf(shown);
      expect(await digitsOf({ ...shown })).toBe(digits);
      for (const put of [
        { askerKey: newKey(text) },
        { helperKey: newKey(text) },
        { askerNonce: newNonce(text) },
        { helperNonce: newNonce(text) },
        // Each in the place of the other, as a server that sends somebody their own key would.
        { askerKey: shown.helperKey, helperKey: shown.askerKey },
        { askerNonce: shown.helperNonce, helperNonce: shown.askerNonce },
        { helperKey: shown.askerKey },
      ]) {
        tries.note(`meeting ${meeting}`, (await digitsOf({ ...shown, ...put })) === digits);
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('cannot choose its nonce once it knows the other: what was said first binds it', async () => {
    const text = texts(3);
    const tries = new Tries();
    for (let count = 0; count < 2_000; count += 1) {
      const [key, nonce] = [newKey(text), newNonce(text)];
      const said = await commitmentTo({ roomId }, key, nonce);
      expect(await commitmentTo({ roomId }, key, nonce)).toBe(said);
      for (const [otherKey, otherNonce] of [
        [key, newNonce(text)],
        [newKey(text), nonce],
        [nonce, key],
        [key + nonce.slice(0, 1), nonce.slice(1)],
      ] as const) {
        tries.note(
          `commitment ${count}`,
          (await commitmentTo({ roomId }, otherKey, otherNonce)) === said,
        );
      }
      tries.note('another room', (await commitmentTo({ roomId: otherRoom }, key, nonce)) === said);
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('would find equal digits soon, were it not bound: which is why it is', async () => {
    const text = texts(4);
    const [askerKey, helperKey] = [newKey(text), newKey(text)];
    const aim = await digitsOf({
      roomId,
      askerKey,
      helperKey,
      askerNonce: newNonce(text),
      helperNonce: newNonce(text),
    });
    let near = 0;
    for (let turn = 0; turn < 8_000; turn += 1) {
      const digits = await digitsOf({
        roomId,
        askerKey,
        helperKey,
        askerNonce: newNonce(text),
        helperNonce: newNonce(text),
      });
      // Three of the six, a thousand times sooner.
      if (digits.slice(0, 3) === aim.slice(0, 3)) near += 1;
    }
    expect(near).toBeGreaterThan(2);
    expect(near).toBeLessThan(30);
  });
});
