import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Digest } from '#lib/dialogue/id.ts';
import type { Keyholder } from '#lib/keyholder.ts';
import { newAccountKeys, openAccountKeys } from '#lib/vault/account-keys.ts';
import { toBase64url } from '#lib/vault/base64url.ts';
import { randomBytes } from '#lib/vault/bytes.ts';
import { openEnvelope, sealEnvelope, sealOwnEnvelope } from '#lib/vault/envelope.ts';
import { type HolderKeys, newHolder } from '#lib/vault/holder-keys.ts';
import { isVouchedFor, tagOf } from '#lib/vault/holder-tag.ts';
import { newRoomId } from '#lib/vault/new-id.ts';
import { sealPrevious } from '#lib/vault/previous-key.ts';
import { type GivenKeys, takeKeys } from '#lib/vault/received-keys.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { firstKeys, RoomKeys } from '#lib/vault/room-keys.ts';
import { rotate } from '#lib/vault/rotation.ts';
import { newUserKey } from '#lib/vault/user-key.ts';
import { Tries } from '#tests/support/tally.ts';

const name = 'attack-05-key-substitution';
const roomId = newRoomId();
const keys = firstKeys(newRoomKey());
const current = { epoch: keys.epoch, key: keys.current };
const someTag = () => v.parse(Digest, toBase64url(randomBytes(32)));

/** A keyholder as its own device would register it. */
async function registered(seat: 'a' | 'b', holder: HolderKeys): Promise<Keyholder> {
  const { id, publicKey } = holder;
  const about = { id, seat, kind: 'device', publicKey } as const;
  return { ...about, tag: await tagOf(roomId, current, about), epoch: keys.epoch };
}

describe('(attack 5) A server that puts in a public key of its own', () => {
  it('is given no key of the room, whatever it writes beside the public key', async () => {
    const tries = new Tries();
    const [partner, own] = [await newHolder(), await newHolder()];
    const true_ = await registered('b', partner);
    const made = await rotate(roomId, keys, { seen: [true_.id], staying: [true_] });
    expect(made.rotation.holders).toHaveLength(1);

    for (let turn = 0; turn < 50; turn += 1) {
      const evil = turn === 0 ? own : await newHolder();
      const { id, publicKey } = evil;
      const otherRoom = await tagOf(newRoomId(), current, { ...true_, id, publicKey });
      const otherKey = await tagOf(
        roomId,
        { ...current, key: newRoomKey() },
        { ...true_, id, publicKey },
      );
      const otherEpoch = await tagOf(roomId, { ...current, epoch: 2 }, { ...true_, id, publicKey });
      const lies: Keyholder[] = [
        { ...true_, publicKey },
        { ...true_, id, publicKey },
        { ...true_, id, publicKey, tag: someTag() },
        { ...true_, id, publicKey, tag: otherRoom },
        { ...true_, id, publicKey, tag: otherKey },
        { ...true_, id, publicKey, tag: otherEpoch },
        { ...true_, id, publicKey, epoch: 2 },
        { ...true_, publicKey, seat: 'a' },
        { ...true_, publicKey, kind: 'account' },
      ];
      for (const [index, lie] of lies.entries()) {
        tries.note(`vouched for ${index}`, await isVouchedFor(roomId, keys, lie));
        const { next, rotation } = await rotate(roomId, keys, {
          seen: [true_.id, lie.id],
          staying: [true_, lie],
        });
        const opened = await Promise.all(
          rotation.holders.flatMap(({ envelope }) =>
            [true_.id, id].map((holderId) =>
              openEnvelope({ roomId, epoch: next.epoch, holderId }, evil, envelope),
            ),
          ),
        );
        tries.note(`given ${index}`, opened.some(({ ok }) => ok) || rotation.holders.length !== 1);
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('does not pass off a holder as sitting in the other seat, or as an account', async () => {
    const tries = new Tries();
    const holder = await registered('b', await newHolder());
    expect(await isVouchedFor(roomId, keys, holder)).toBe(true);
    const other = await registered('b', await newHolder());
    for (const lie of [
      { seat: 'a' },
      { kind: 'account' },
      { id: other.id },
      { tag: other.tag },
      { publicKey: other.publicKey },
      { id: other.id, publicKey: other.publicKey },
    ] as const) {
      tries.note(JSON.stringify(lie), await isVouchedFor(roomId, keys, { ...holder, ...lie }));
    }
    expect(tries.told(name)).toEqual([]);
  });
});

describe('(attack 5) A server that puts in a key of the room of its own', () => {
  it('is not believed by a device, whatever chain it makes to go with it', async () => {
    const holder = await newHolder();
    const staying = [await registered('b', holder)];
    const { next, rotation } = await rotate(roomId, keys, { seen: [holder.id], staying });
    const [envelope] = rotation.holders.map((one) => one.envelope);
    const { sealedPrevious } = rotation;
    const honest: GivenKeys = {
      envelopes: [{ epoch: 2, envelope: envelope ?? '' }],
      chain: [{ epoch: 2, sealedPrevious }],
    };
    const taken = await takeKeys(roomId, keys, holder, honest);
    expect(taken.ok && taken.value.current).toEqual(next.key);

    const tries = new Tries();
    for (let turn = 0; turn < 50; turn += 1) {
      for (const epoch of [2, 3, 9]) {
        const evil = { epoch, key: newRoomKey() };
        const mine = await sealEnvelope(roomId, holder, evil);
        const envelopes = [{ epoch, envelope: mine ?? '' }];
        const toAnother = await sealPrevious(roomId, evil, newRoomKey());
        const chains: GivenKeys['chain'][] = [
          [],
          [{ epoch, sealedPrevious }],
          [{ epoch, sealedPrevious: toAnother }],
          [
            { epoch, sealedPrevious: toAnother },
            { epoch: 2, sealedPrevious },
          ],
        ];
        for (const chain of chains) {
          for (const given of [
            { envelopes, chain },
            { envelopes: [...honest.envelopes, ...envelopes], chain },
          ]) {
            const found = await takeKeys(roomId, keys, holder, given);
            tries.note(
              `in use, ${epoch}`,
              found.ok && Buffer.from(found.value.current).equals(evil.key),
            );
          }
        }
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('is not believed by an account, which believes only what it sealed itself', async () => {
    const account = await newHolder();
    const own = { epoch: 1, envelope: await sealOwnEnvelope(roomId, account, current) };
    const found = await takeKeys(roomId, null, account, { envelopes: [own], chain: [] });
    expect(found.ok && found.value.current).toEqual(keys.current);
    const tries = new Tries();
    for (let turn = 0; turn < 50; turn += 1) {
      const evil = { epoch: 1, key: newRoomKey() };
      const { privateKey } = await newHolder();
      const envelopes = [
        await sealEnvelope(roomId, account, evil),
        // The server knows the public half of the account, and half of what sealed `own` is made of.
        await sealOwnEnvelope(roomId, { ...account, privateKey }, evil),
        (await sealEnvelope(roomId, account, evil))?.replace(/^for\.[^.]*/, 'own'),
      ].map((envelope) => ({ epoch: 1, envelope: envelope ?? '' }));
      for (const forged of envelopes) {
        const given = await takeKeys(roomId, null, account, { envelopes: [forged], chain: [] });
        tries.note(forged.envelope, given.ok);
        const beside = await takeKeys(roomId, null, account, {
          envelopes: [forged, own],
          chain: [],
        });
        tries.note(
          forged.envelope,
          beside.ok && !Buffer.from(beside.value.current).equals(keys.current),
        );
      }
    }
    expect(tries.told(name)).toEqual([]);
  });

  it('does not get an account to take another key pair for its own', async () => {
    const userKey = newUserKey();
    const own = await newAccountKeys(userKey);
    expect((await openAccountKeys(userKey, own)).ok).toBe(true);
    const tries = new Tries();
    for (let turn = 0; turn < 50; turn += 1) {
      const evil = await newAccountKeys(newUserKey());
      for (const pair of [
        evil,
        { ...own, publicKey: evil.publicKey },
        { ...evil, publicKey: own.publicKey },
      ]) {
        tries.note(pair.publicKey, (await openAccountKeys(userKey, pair)).ok);
      }
    }
    expect(tries.told(name)).toEqual([]);
    expect(new RoomKeys(current).of(1)).toEqual(keys.current);
  });
});
