import { describe, expect, it } from 'vitest';
import type { Keyholder, Rotation } from '#lib/keyholder.ts';
import { openEnvelope } from '#lib/vault/envelope.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { isVouchedFor, tagOf } from '#lib/vault/holder-tag.ts';
import { newMoveId, newRoomId, newSessionId } from '#lib/vault/new-id.ts';
import { openPrevious } from '#lib/vault/previous-key.ts';
import { takeKeys } from '#lib/vault/received-keys.ts';
import { newRoomKey, type RoomKey, sessionKeyOf } from '#lib/vault/room-key.ts';
import { firstKeys, RoomKeys } from '#lib/vault/room-keys.ts';
import { rotate } from '#lib/vault/rotation.ts';
import { openWords, sealWords } from '#lib/vault/words.ts';
import { Tries } from '#tests/support/tally.ts';

const name = 'attack-09-left-out';
const lastEpoch = 6;
const roomId = newRoomId();
const sessionId = newSessionId();

/** A room from which one holder after another is left out, with everything that a server keeps of it. */
async function history() {
  const leaving = await Promise.all(Array.from({ length: lastEpoch - 1 }, newHolder));
  const stays = await newHolder();
  const register = async (holder: HolderKeys, keys: RoomKeys): Promise<Keyholder> => {
    const about = {
      id: holder.id,
      seat: 'b',
      kind: 'device',
      publicKey: holder.publicKey,
    } as const;
    const tag = await tagOf(roomId, { epoch: keys.epoch, key: keys.current }, about);
    return { ...about, tag, epoch: keys.epoch };
  };
  let keys = firstKeys(newRoomKey());
  let holders = await Promise.all([...leaving, stays].map((holder) => register(holder, keys)));
  const rotations: Rotation[] = [];
  /** What each of them held when they were left out. */
  const left: { holder: HolderKeys; held: RoomKeys }[] = [];
  for (const holder of leaving) {
    left.push({ holder, held: keys });
    const staying = holders.filter(({ id }) => id !== holder.id);
    const { next, rotation } = await rotate(roomId, keys, {
      seen: holders.map(({ id }) => id),
      staying,
    });
    rotations.push(rotation);
    keys = keys.with(next);
    holders = staying.flatMap((one) => {
      const given = rotation.holders.find(({ id }) => id === one.id);
      return given ? [{ ...one, tag: given.tag, epoch: next.epoch }] : [];
    });
  }
  return { keys, rotations, left, stays };
}

/** Words as they were said in an epoch. */
async function saidIn(epoch: number, key: RoomKey) {
  const exercise = { id: 'mirror-dialogue', version: 1 };
  const place = {
    roomId,
    sessionId,
    epoch,
    moveId: newMoveId(),
    seat: 'a',
    act: 'send',
    exercise,
    prev: null,
  } as const;
  const words = { kind: 'text', text: `Said in epoch ${epoch}` } as const;
  const sealed = await sealWords(await sessionKeyOf(key, place), place, words);
  if (!sealed.ok) throw new Error(sealed.reason);
  return { place, words: sealed.value };
}

const { keys, rotations, left, stays } = await history();
const envelopes = rotations.flatMap(({ epoch, holders }) =>
  holders.map(({ id, envelope }) => ({ id, epoch, envelope })),
);
const chain = rotations.map(({ epoch, sealedPrevious }) => ({ epoch, sealedPrevious }));

describe('(attack 9) Somebody who was left out, with their old key and all that the server has', () => {
  it('reads what was said while they were there, as whoever stays reads all', async () => {
    const own = envelopes.filter(({ id }) => id === stays.id);
    const taken = await takeKeys(roomId, firstKeys(keys.of(1) ?? newRoomKey()), stays, {
      envelopes: own,
      chain,
    });
    expect(taken.ok && taken.value.newestFirst).toEqual(keys.newestFirst);
    for (const { held } of left) {
      const { place, words } = await saidIn(held.epoch, held.current);
      expect((await openWords(await sessionKeyOf(held.current, place), place, words)).ok).toBe(
        true,
      );
    }
  });

  it('opens no later key: not by an envelope, not by the chain, not by asking as before', async () => {
    const tries = new Tries();
    for (const { holder, held } of left) {
      for (const { id, epoch, envelope } of envelopes.filter((one) => one.epoch > held.epoch)) {
        for (const holderId of [id, holder.id]) {
          const opened = await openEnvelope({ roomId, epoch, holderId }, holder, envelope);
          tries.note(`envelope of ${epoch}`, opened.ok);
        }
      }
      for (const { epoch, sealedPrevious } of chain) {
        for (const { epoch: had, key } of held.newestFirst) {
          const previous = await openPrevious(roomId, { epoch, key }, sealedPrevious);
          tries.note(`chain at ${epoch} with ${had}`, epoch > held.epoch && previous !== null);
        }
      }
      const given = { envelopes, chain };
      const taken = await takeKeys(roomId, held, holder, given);
      tries.note('all of it', taken.ok && taken.value.epoch > held.epoch);
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('opens no later words, under whatever epoch they try their keys', async () => {
    const tries = new Tries();
    for (const { held } of left) {
      for (let epoch = held.epoch + 1; epoch <= lastEpoch; epoch += 1) {
        const { place, words } = await saidIn(epoch, keys.of(epoch) ?? newRoomKey());
        for (const { key, epoch: had } of held.newestFirst) {
          for (const as of [epoch, had]) {
            const tried = await sessionKeyOf(key, { ...place, epoch: as });
            for (const at of [place, { ...place, epoch: as }]) {
              const opened = await openWords(tried, at, { ...words, epoch: at.epoch });
              tries.note(`epoch ${epoch} with ${had}`, opened.ok);
            }
          }
        }
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('vouches for nobody any more, themselves included, so that no later key is sealed for them', async () => {
    const tries = new Tries();
    for (const { holder, held } of left) {
      for (const back of [holder, await newHolder()]) {
        const { id, publicKey } = back;
        const about = { id, seat: 'b', kind: 'device', publicKey } as const;
        for (const { epoch, key } of held.newestFirst) {
          for (const claimed of [epoch, keys.epoch]) {
            const tag = await tagOf(roomId, { epoch: claimed, key }, about);
            const entry = { ...about, tag, epoch: claimed };
            tries.note(`tag of ${epoch} as ${claimed}`, await isVouchedFor(roomId, keys, entry));
            const { rotation } = await rotate(roomId, keys, { seen: [entry.id], staying: [entry] });
            tries.note(`envelope for a tag of ${epoch}`, rotation.holders.length > 0);
          }
        }
      }
    }
    expect(tries.told(name)).toEqual([]);
    expect(new RoomKeys({ epoch: 1, key: newRoomKey() }).of(2)).toBeNull();
  });
});
