import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { KeyAsker } from '#lib/client/key-asker.ts';
import { type HelpStage, KeyHelper } from '#lib/client/key-helper.ts';
import type { TakeStep } from '#lib/client/key-steps.ts';
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
  await asker.ask();
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
      if (first === 'asker') asker.agree(digits.asker);
      expect(await helper.give(digits.helper)).toEqual({ stage: 'given' });
      if (first === 'helper') expect((await asker.look()).stage).toBe('compare');
      asker.agree(digits.asker);
      const key = { epoch: 3, key: keys.current };
      expect(await asker.look()).toEqual({ stage: 'given', key });
    }
  });

  it('gets nothing while the other has not answered, and nothing after a no', async () => {
    const couple = await house();
    const { asker, helper } = couple;
    expect(await helper.look()).toEqual({ stage: 'nobody' });
    await asker.ask();
    expect(await asker.look()).toEqual({ stage: 'waiting' });
    expect(await helper.look()).toEqual({ stage: 'asked' });
    expect(await helper.give('000 000')).toEqual({ stage: 'asked' });
    const before = (await bothCompare(couple)).asker;
    await helper.stop();
    asker.agree(before);
    for (const _ of [1, 2]) expect(await asker.look()).toEqual({ stage: 'stopped' });
    expect(await helper.look()).toEqual({ stage: 'nobody' });
    expect((await bothCompare(couple)).asker).not.toBe(before);
  });

  it('asks once at a time, and nobody answers for themselves', async () => {
    const { db, roomId, keys, asker } = await house();
    await asker.ask();
    await asker.look();
    const self = new KeyHelper(roomId, keys, stepsFor(db, roomId, 'b'));
    expect(await self.answer()).toEqual({ stage: 'nobody' });
    const other = new KeyAsker(roomId, stepsFor(db, roomId, 'a'));
    await other.ask();
    expect(await other.look()).toEqual({ stage: 'busy' });
    expect((await keyRequestIn(db, roomId, 1_000))?.by).toBe('b');
  });

  it('asks for the other way round as soon as the keys were given', async () => {
    const couple = await house();
    const { db, roomId, asker, helper } = couple;
    const digits = await bothCompare(couple);
    const other = new KeyAsker(roomId, stepsFor(db, roomId, 'a'));
    await other.ask();
    expect(await other.look()).toEqual({ stage: 'busy' });
    expect(await other.look()).toEqual({ stage: 'stopped' });
    asker.agree(digits.asker);
    await helper.give(digits.helper);
    expect((await asker.look()).stage).toBe('given');
    await other.ask();
    expect(await other.look()).toEqual({ stage: 'waiting' });
    expect((await keyRequestIn(db, roomId, 1_000))?.by).toBe('a');
  });

  it('asks in vain after half an hour', async () => {
    const { db, roomId, asker, helper } = await house();
    await asker.ask();
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
    await couple.asker.ask();
    await couple.asker.look();
    await couple.helper.answer();
    await couple.asker.look();
    const stage: HelpStage = await couple.helper.look();
    expect(stage).toEqual({ stage: 'broken' });
    expect(await couple.helper.give('000 000')).toEqual({ stage: 'broken' });
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
    const digits = await bothCompare(couple);
    couple.asker.agree(digits.asker);
    swapped = true;
    await couple.helper.give(digits.helper);
    const key = { epoch: 3, key: couple.keys.current };
    expect(await couple.asker.look()).toEqual({ stage: 'given', key });
  });

  it('that gives a key of its own, or another epoch, gives nothing that opens', async () => {
    for (const part of ['sealed', 'epoch'] as const) {
      const foreign = await house();
      await foreign.helper.give((await bothCompare(foreign)).helper);
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
      const digits = await bothCompare(couple);
      couple.asker.agree(digits.asker);
      await couple.helper.give(digits.helper);
      expect(await couple.asker.look()).toEqual({ stage: 'unreadable' });
    }
  });

  it('cannot have anything shown a second time', async () => {
    const couple = await house();
    const { db, roomId } = couple;
    const digits = await bothCompare(couple);
    const before = await keyRequestIn(db, roomId, 1_000);
    if (!before) throw new Error('A request that is gone');
    const { id } = before;
    const { publicKey } = await newHolder();
    const nonce = newId();
    const take = (seat: Seat) => stepsFor(db, roomId, seat);
    await take('a')({ step: 'answer', id, publicKey, nonce });
    await take(otherSeat('a'))({ step: 'reveal', id, nonce });
    expect(await keyRequestIn(db, roomId, 1_000)).toEqual(before);
    await couple.helper.give(digits.helper);
    const given = await keyRequestIn(db, roomId, 1_000);
    await take('a')({ step: 'give', id, sealed: 'another', epoch: 9 });
    expect(await keyRequestIn(db, roomId, 1_000)).toEqual(given);
  });

  it('gets no second try at the digits: a yes counts for the ones that were shown', async () => {
    const couple = await house();
    const { db, roomId, asker, helper } = couple;
    const first = await bothCompare(couple);
    const dropped = await keyRequestIn(db, roomId, 1_000);
    await helper.stop();
    // It was not looked at since, so the person still sees the first digits.
    await asker.ask();
    await asker.look();
    await helper.answer();
    asker.agree(first.asker);
    const second = await asker.look();
    asker.agree(first.asker);
    await helper.give(first.asker);
    expect((await keyRequestIn(db, roomId, 1_000))?.given).toBeNull();
    await helper.give(digitsIn(second));
    expect((await asker.look()).stage).toBe('compare');
    expect((await keyRequestIn(db, roomId, 1_000))?.id).not.toBe(dropped?.id);
    asker.agree(digitsIn(second));
    expect((await asker.look()).stage).toBe('given');
  });

  it('that drops a request hears of no other until somebody begins again', async () => {
    for (const when of ['asked', 'shown', 'agreed'] as const) {
      let gone = false;
      const asked: string[] = [];
      const couple = await house({
        asker: ({ you, request }) => {
          if (request) asked.push(request.id);
          return { you, request: gone ? null : request };
        },
      });
      const { asker } = couple;
      if (when === 'asked') {
        await asker.ask();
        await asker.look();
      } else {
        const digits = await bothCompare(couple);
        if (when === 'agreed') asker.agree(digits.asker);
      }
      gone = true;
      for (const _ of [1, 2, 3]) expect(await asker.look()).toEqual({ stage: 'stopped' });
      expect(new Set(asked).size).toBe(1);
    }
  });

  it('that loses the question gets the same one again, and no other', async () => {
    let lost = true;
    const asked: unknown[] = [];
    const { db, roomId } = await house();
    const take = stepsFor(db, roomId, 'b');
    const asker = new KeyAsker(roomId, async (step) => {
      if (step.step === 'ask') asked.push(step);
      return lost ? 'offline' : take(step);
    });
    await asker.ask();
    expect(await asker.look()).toEqual({ stage: 'offline' });
    lost = false;
    expect(await asker.look()).toEqual({ stage: 'waiting' });
    expect(asked).toHaveLength(2);
    expect(asked[1]).toEqual(asked[0]);
  });
});
