import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { KeysFound, KeysRequest } from '#lib/room-keys.ts';
import { sealEnvelope, sealOwnEnvelope } from '#lib/vault/envelope.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { type GivenKeys, takeKeys } from '#lib/vault/received-keys.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys, RoomKeys, readRoomKeys, writeRoomKeys } from '#lib/vault/room-keys.ts';
import { rotate } from '#lib/vault/rotation.ts';
import { changedAt, listed } from '#tests/support/keyholders.ts';

const roomId = newRoomId();
const unreadable = { ok: false, reason: 'unreadable' };

/** The server's part: what it would give to a keyholder after these rotations. */
async function rotated(start: RoomKeys, holders: readonly HolderKeys[], times: number) {
  let keys = start;
  const chain: GivenKeys['chain'] = [];
  const envelopes = new Map<string, GivenKeys['envelopes']>();
  for (let round = 0; round < times; round += 1) {
    const staying = await Promise.all(holders.map((holder) => listed(roomId, holder, keys)));
    const { next, rotation } = await rotate(roomId, keys, { seen: [], staying });
    chain.push({ epoch: rotation.epoch, sealedPrevious: rotation.sealedPrevious });
    for (const { id, envelope } of rotation.holders) {
      envelopes.set(id, [...(envelopes.get(id) ?? []), { epoch: rotation.epoch, envelope }]);
    }
    keys = keys.with(next);
  }
  const given = ({ id }: HolderKeys): GivenKeys => ({ envelopes: envelopes.get(id) ?? [], chain });
  return { keys, given, chain };
}

describe('a new key for a room', () => {
  it('reaches those who stay, with every key before it', async () => {
    const [mine, theirs] = [await newHolder(), await newHolder()];
    const start = firstKeys(newRoomKey());
    const { keys, given } = await rotated(start, [mine, theirs], 3);
    for (const holder of [mine, theirs]) {
      const taken = await takeKeys(roomId, start, holder, given(holder));
      if (!taken.ok) throw new Error(taken.reason);
      expect(taken.value.newestFirst).toEqual(keys.newestFirst);
    }
    const newest = new RoomKeys({ epoch: keys.epoch, key: keys.current });
    const byLink = await takeKeys(roomId, newest, await newHolder(), given(await newHolder()));
    expect(byLink.ok && byLink.value.newestFirst).toEqual(keys.newestFirst);
  });

  it('fits the requests and answers that carry it', async () => {
    const holder = await newHolder();
    const keys = firstKeys(newRoomKey());
    const entry = await listed(roomId, holder, keys);
    const { rotation } = await rotate(roomId, keys, { seen: [holder.id], staying: [entry] });
    expect(v.is(KeysRequest, { ask: 'rotate', rotation })).toBe(true);
    const { seat: _, ...held } = entry;
    const envelope = await sealOwnEnvelope(roomId, holder, { epoch: 1, key: keys.current });
    expect(v.is(KeysRequest, { ask: 'hold', holder: held, envelope })).toBe(true);
    const answer = { ok: true, seat: 'a', epoch: 1, rotationDue: false, holders: [entry] };
    expect(v.is(KeysFound, { ...answer, chain: [], envelopes: [] })).toBe(true);
  });

  it('is not sealed for a public key that somebody slipped in', async () => {
    const [mine, evil] = [await newHolder(), await newHolder()];
    const keys = firstKeys(newRoomKey()).with({ epoch: 2, key: newRoomKey() });
    const former = firstKeys(keys.of(1) ?? newRoomKey());
    const guesses = [
      { ...(await listed(roomId, evil, firstKeys(newRoomKey()))), epoch: 2 },
      { ...(await listed(roomId, mine, keys)), publicKey: evil.publicKey },
      // Made by someone who was left out, with the key that they still have.
      await listed(roomId, evil, former),
      { ...(await listed(roomId, evil, former)), epoch: 2 },
    ];
    const staying = [await listed(roomId, mine, keys), ...guesses];
    const { rotation } = await rotate(roomId, keys, { seen: [], staying });
    expect(rotation.holders.map(({ id }) => id)).toEqual([mine.id]);
  });

  it('that the server made up is not taken', async () => {
    const holder = await newHolder();
    const start = firstKeys(newRoomKey());
    const { given, chain } = await rotated(start, [holder], 1);
    const evil = { epoch: 2, key: newRoomKey() };
    const envelope = (await sealEnvelope(roomId, holder, evil)) ?? '';
    const itsOwn = await rotated(firstKeys(newRoomKey()), [holder], 1);
    const forgeries: GivenKeys[] = [
      { envelopes: [{ epoch: 2, envelope }], chain },
      { envelopes: [{ epoch: 2, envelope }], chain: [] },
      itsOwn.given(holder),
      { envelopes: itsOwn.given(holder).envelopes, chain },
      { envelopes: given(holder).envelopes, chain: itsOwn.chain },
      { envelopes: given(holder).envelopes.map((one) => ({ ...one, epoch: 3 })), chain },
    ];
    for (const forgery of forgeries) {
      expect(await takeKeys(roomId, start, holder, forgery)).toEqual(unreadable);
    }
    expect((await takeKeys(roomId, start, holder, given(holder))).ok).toBe(true);
  });

  it('is not there for who was left out, however much they are given', async () => {
    const [stays, leaves] = [await newHolder(), await newHolder()];
    const start = firstKeys(newRoomKey());
    const { keys, given, chain } = await rotated(start, [stays], 2);
    const theirs = await takeKeys(roomId, start, leaves, given(stays));
    expect(theirs).toEqual(unreadable);
    const nothing = await takeKeys(roomId, start, leaves, { envelopes: [], chain });
    if (!nothing.ok) throw new Error(nothing.reason);
    expect(nothing.value.newestFirst).toEqual(start.newestFirst);
    expect(keys.epoch).toBe(3);
  });

  it('reaches an account that keeps nothing, by what it sealed for itself', async () => {
    const account = await newHolder();
    const start = firstKeys(newRoomKey());
    const { keys, given } = await rotated(start, [account], 2);
    const { envelopes, chain } = given(account);
    const refusal = { ok: false, reason: 'none' };
    expect(await takeKeys(roomId, null, account, { envelopes, chain })).toEqual(refusal);
    const anchor = {
      epoch: 1,
      envelope: await sealOwnEnvelope(roomId, account, { epoch: 1, key: start.current }),
    };
    const whole = { envelopes: [anchor, ...envelopes], chain };
    const taken = await takeKeys(roomId, null, account, whole);
    expect(taken.ok && taken.value.newestFirst).toEqual(keys.newestFirst);
    const evil = (await sealEnvelope(roomId, account, { epoch: 4, key: newRoomKey() })) ?? '';
    const forged = { envelopes: [...whole.envelopes, { epoch: 4, envelope: evil }], chain };
    expect(await takeKeys(roomId, null, account, forged)).toEqual(unreadable);
  });
});

describe('the keys of a room as text', () => {
  it('come back, and any other text is none', () => {
    const keys = firstKeys(newRoomKey()).with({ epoch: 7, key: newRoomKey() });
    expect(readRoomKeys(writeRoomKeys(keys))?.newestFirst).toEqual(keys.newestFirst);
    const one = writeRoomKeys(firstKeys(newRoomKey()));
    const broken = ['', '[]', '{}', '[[1]]', '[[0,"x"]]', one.slice(0, -1), changedAt(one, 1)];
    for (const text of [...broken, '[[1,"AAAA"]]', JSON.stringify([[1, 7]])]) {
      expect(readRoomKeys(text)).toBeNull();
    }
  });
});
