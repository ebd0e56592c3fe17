import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type HelpStage, KeyAsker, KeyHelper, type TakeStep } from '#lib/client/key-help.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { otherSeat, type Seat } from '#lib/dialogue/seat.ts';
import type { KeyHelpState } from '#lib/key-help.ts';
import { newHolder } from '#lib/vault/holder-keys.ts';
import { newId } from '#lib/vault/new-id.ts';
import { newRoomKey } from '#lib/vault/room-key.ts';
import { RoomKeys } from '#lib/vault/room-keys.ts';
import type { Database } from '#prisma/client.ts';
import { forgetSpentKeyRequests, keyRequestIn, takeKeyHelpStep } from '#prisma/key-requests.ts';
import { createRoom } from '#prisma/rooms.ts';
import { createUser } from '#prisma/users.ts';
import { connectionTo, databaseFile, fresh } from './database-file.ts';

/** What a server in between makes of an answer before it passes it on. */
type Meddle = (state: KeyHelpState) => Promise<KeyHelpState> | KeyHelpState;

const untouched: Meddle = (state) => state;

/** Takes steps as the route does, for one seat, over a real database. */
function stepsFor(
  db: Database,
  roomId: RoomId,
  you: Seat,
  { meddle = untouched, now = () => 1_000 }: { meddle?: Meddle; now?: () => number } = {},
): TakeStep {
  return async (step) => {
    if (step.step !== 'state') await takeKeyHelpStep(db, step, { roomId, seat: you, now: now() });
    return meddle({ you, request: await keyRequestIn(db, roomId, now()) });
  };
}

async function house(meddle: { asker?: Meddle; helper?: Meddle } = {}) {
  const db = await connectionTo(await databaseFile());
  const roomId = fresh.room();
  const userId = fresh.user();
  await createUser(db, userId);
  await createRoom(db, { roomId, userId, sealedName: 'sealed', now: 0 });
  const keys = new RoomKeys({ epoch: 3, key: newRoomKey() });
  const asker = new KeyAsker(
    roomId,
    stepsFor(db, roomId, 'b', meddle.asker ? { meddle: meddle.asker } : {}),
  );
  const helper = new KeyHelper(
    roomId,
    keys,
    stepsFor(db, roomId, 'a', meddle.helper ? { meddle: meddle.helper } : {}),
  );
  return { db, roomId, keys, asker, helper };
}

const digitsIn = (stage: { stage: string }) =>
  v.parse(v.object({ digits: v.string() }), stage).digits;

/** Asks and answers until both see digits. */
async function bothCompare({ asker, helper }: Awaited<ReturnType<typeof house>>) {
  await asker.look();
  await helper.answer();
  const seen = await asker.look();
  return { asker: digitsIn(seen), helper: digitsIn(await helper.look()) };
}

describe('A partner without keys', () => {
  it('gets the key in use once both saw the same six digits, whoever says so first', async () => {
    for (const first of ['asker', 'helper'] as const) {
      const couple = await house();
      const { asker, helper, keys } = couple;
      const digits = await bothCompare(couple);
      expect(digits.asker).toMatch(/^\d{3} \d{3}$/);
      expect(digits.helper).toBe(digits.asker);
      if (first === 'asker') asker.agree();
      expect(await helper.give()).toEqual({ stage: 'given' });
      if (first === 'helper') expect((await asker.look()).stage).toBe('compare');
      asker.agree();
      const key = { epoch: 3, key: keys.current };
      expect(await asker.look()).toEqual({ stage: 'given', key });
    }
  });

  it('gets nothing while the other has not answered, and nothing after a no', async () => {
    const couple = await house();
    const { asker, helper } = couple;
    expect(await helper.look()).toEqual({ stage: 'nobody' });
    expect(await asker.look()).toEqual({ stage: 'waiting' });
    expect(await helper.look()).toEqual({ stage: 'asked' });
    expect(await helper.give()).toEqual({ stage: 'asked' });
    const before = (await bothCompare(couple)).asker;
    await helper.stop();
    asker.agree();
    expect(await asker.look()).toEqual({ stage: 'waiting' });
    // It asks anew by itself, with another key pair.
    expect((await bothCompare(couple)).asker).not.toBe(before);
  });

  it('asks once at a time, and nobody answers for themselves', async () => {
    const { db, roomId, keys, asker } = await house();
    await asker.look();
    const self = new KeyHelper(roomId, keys, stepsFor(db, roomId, 'b'));
    expect(await self.answer()).toEqual({ stage: 'nobody' });
    const other = new KeyAsker(roomId, stepsFor(db, roomId, 'a'));
    expect(await other.look()).toEqual({ stage: 'waiting' });
    expect((await keyRequestIn(db, roomId, 1_000))?.by).toBe('b');
  });

  it('asks in vain after half an hour', async () => {
    const { db, roomId, asker, helper } = await house();
    await asker.look();
    const later = 1_000 + 30 * 60_000;
    expect(await keyRequestIn(db, roomId, later - 1)).not.toBeNull();
    expect(await keyRequestIn(db, roomId, later)).toBeNull();
    await forgetSpentKeyRequests(db, later);
    expect(await helper.look()).toEqual({ stage: 'nobody' });
  });
});

describe('A server in between', () => {
  /** Shows each side keys and nonces of its own in the place of the other's. */
  async function inBetween() {
    const [toAsker, toHelper] = [await newHolder(), await newHolder()];
    const nonce = newId();
    const asker: Meddle = ({ you, request }) => ({
      you,
      request: request?.helperKey
        ? { ...request, helperKey: toAsker.publicKey, helperNonce: nonce }
        : request,
    });
    const helper: Meddle = ({ you, request }) => ({
      you,
      request: request && { ...request, askerKey: toHelper.publicKey },
    });
    return { asker, helper };
  }

  it('that shows keys of its own to the asker is given away by the digits', async () => {
    for (let run = 0; run < 20; run += 1) {
      const { asker } = await inBetween();
      const couple = await house({ asker });
      const digits = await bothCompare(couple);
      expect(digits.asker).not.toBe(digits.helper);
    }
  });

  it('that shows keys of its own to the helper is found out before any digits', async () => {
    const { helper } = await inBetween();
    const couple = await house({ helper });
    await couple.asker.look();
    await couple.helper.answer();
    await couple.asker.look();
    const stage: HelpStage = await couple.helper.look();
    expect(stage).toEqual({ stage: 'broken' });
    expect(await couple.helper.give()).toEqual({ stage: 'broken' });
    expect((await keyRequestIn(couple.db, couple.roomId, 1_000))?.given).toBeNull();
  });

  it('that changes the helper after the digits were compared is not believed', async () => {
    const other = await newHolder();
    let swapped = false;
    const asker: Meddle = ({ you, request }) => ({
      you,
      request: request && swapped ? { ...request, helperKey: other.publicKey } : request,
    });
    const couple = await house({ asker });
    await bothCompare(couple);
    couple.asker.agree();
    swapped = true;
    await couple.helper.give();
    const key = { epoch: 3, key: couple.keys.current };
    expect(await couple.asker.look()).toEqual({ stage: 'given', key });
  });

  it('that gives a key of its own, or another epoch, gives nothing that opens', async () => {
    for (const part of ['sealed', 'epoch'] as const) {
      const foreign = await house();
      await bothCompare(foreign);
      await foreign.helper.give();
      const theirs = (await keyRequestIn(foreign.db, foreign.roomId, 1_000))?.given;
      const asker: Meddle = ({ you, request }) => ({
        you,
        request:
          (request?.given &&
            theirs && {
              ...request,
              given:
                part === 'sealed' ? theirs : { ...request.given, epoch: request.given.epoch + 1 },
            }) ||
          request,
      });
      const couple = await house({ asker });
      await bothCompare(couple);
      couple.asker.agree();
      await couple.helper.give();
      expect(await couple.asker.look()).toEqual({ stage: 'unreadable' });
    }
  });

  it('cannot have anything shown a second time', async () => {
    const couple = await house();
    const { db, roomId } = couple;
    await bothCompare(couple);
    const before = await keyRequestIn(db, roomId, 1_000);
    if (!before) throw new Error('A request that is gone');
    const { id } = before;
    const { publicKey } = await newHolder();
    const nonce = newId();
    const take = (seat: Seat) => stepsFor(db, roomId, seat);
    await take('a')({ step: 'answer', id, publicKey, nonce });
    await take(otherSeat('a'))({ step: 'reveal', id, nonce });
    expect(await keyRequestIn(db, roomId, 1_000)).toEqual(before);
    await couple.helper.give();
    const given = await keyRequestIn(db, roomId, 1_000);
    await take('a')({ step: 'give', id, sealed: 'another', epoch: 9 });
    expect(await keyRequestIn(db, roomId, 1_000)).toEqual(given);
  });
});
