import { describe, expect, it } from 'vitest';
import { keepGivenKey } from '#lib/client/keep-given.ts';
import type { KeysRequest } from '#lib/room-keys.ts';
import { newHolder } from '#lib/vault/holder-keys.ts';
import { deviceKeyring } from '#lib/vault/keyring.ts';
import { memorySafe } from '#lib/vault/memory-safe.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { sealPrevious } from '#lib/vault/previous-key.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys, RoomKeys } from '#lib/vault/room-keys.ts';

/** A room that had three keys, and a device in it. */
async function house() {
  const roomId = newRoomId();
  const keyring = deviceKeyring(memorySafe());
  const holder = await newHolder();
  const one = firstKeys(newRoomKey());
  const all = one.with({ epoch: 2, key: newRoomKey() }, { epoch: 3, key: newRoomKey() });
  const keyOf = (epoch: number) => ({ epoch, key: all.of(epoch) ?? all.current });
  const chain = await Promise.all(
    [2, 3].map(async (epoch) => ({
      epoch,
      sealedPrevious: await sealPrevious(roomId, keyOf(epoch), keyOf(epoch - 1).key),
    })),
  );
  const asked: KeysRequest[] = [];
  const found = { ok: true, seat: 'b', epoch: 3, rotationDue: false, holders: [] };
  let answers = true;
  const exchange = async () => ({
    roomId,
    holder,
    ask: async (_: unknown, request: KeysRequest) => {
      asked.push(request);
      if (!answers) throw new Error('No network');
      return request.ask === 'fetch' ? { ...found, envelopes: [], chain } : { ok: true };
    },
  });
  return { roomId, keyring, one, all, keyOf, exchange, asked, cut: () => (answers = false) };
}

describe('A key that the other gave', () => {
  it('is kept as it is by a device that holds none', async () => {
    const { roomId, keyring, keyOf, exchange } = await house();
    expect((await keepGivenKey(roomId, keyOf(3), keyring, exchange)).ok).toBe(true);
    expect((await keyring.get(roomId))?.newestFirst).toEqual([keyOf(3)]);
  });

  it('leads back to what is held, brings what lies between, and makes the device a keyholder', async () => {
    const { roomId, keyring, one, all, keyOf, exchange, asked } = await house();
    await keyring.put(roomId, one);
    expect((await keepGivenKey(roomId, keyOf(3), keyring, exchange)).ok).toBe(true);
    expect((await keyring.get(roomId))?.newestFirst).toEqual(all.newestFirst);
    expect(asked.map(({ ask }) => ask)).toEqual(['fetch', 'hold']);
  });

  it('never takes the place of one that is held, nor comes beside it without the chain', async () => {
    const { roomId, keyring, one, exchange } = await house();
    await keyring.put(roomId, one);
    for (const epoch of [1, 3, 9]) {
      const given = { epoch, key: newRoomKey() };
      expect(await keepGivenKey(roomId, given, keyring, exchange)).toEqual({
        ok: false,
        reason: 'unreadable',
      });
    }
    expect((await keyring.get(roomId))?.newestFirst).toEqual(one.newestFirst);
    const unlike = firstKeys(newRoomKey());
    await keyring.put(roomId, unlike);
    const { keyOf } = await house();
    expect((await keepGivenKey(roomId, keyOf(3), keyring, exchange)).ok).toBe(false);
    expect((await keyring.get(roomId))?.newestFirst).toEqual(unlike.newestFirst);
  });

  it('waits when the chain cannot be asked for', async () => {
    const { roomId, keyring, one, keyOf, exchange, cut } = await house();
    await keyring.put(roomId, one);
    cut();
    expect(await keepGivenKey(roomId, keyOf(3), keyring, exchange)).toEqual({
      ok: false,
      reason: 'no-answer',
    });
    expect((await keyring.get(roomId))?.newestFirst).toEqual(one.newestFirst);
  });
});

describe('The keys of a room', () => {
  it('never give the place of one that is held to another of its epoch', () => {
    const held = firstKeys(newRoomKey()).with({ epoch: 2, key: newRoomKey() });
    const more = held.with({ epoch: 1, key: newRoomKey() }, { epoch: 2, key: newRoomKey() });
    expect(more.newestFirst).toEqual(held.newestFirst);
    expect(more.current).toBe(held.current);
    const twice = new RoomKeys({ epoch: 4, key: held.current }, { epoch: 4, key: newRoomKey() });
    expect(twice.of(4)).toBe(twice.current);
  });
});
