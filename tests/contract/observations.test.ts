import { describe, expect, it } from 'vitest';
import { endStaleObservations, observationTerm } from '#prisma/observations.ts';
import { newObservation, ObservedRoom, publicKey, therapistIn } from './observed-room.ts';

const both = 'an observer is let in by both';

describe('Two keys', () => {
  it.each([
    ['a', 'b', 'a'],
    ['a', 'b', 'b'],
    ['b', 'a', 'a'],
    ['b', 'a', 'b'],
  ] as const)(
    'let her in, turned by %s and then by %s, when %s compared the digits',
    async (one, other, helper) => {
      const room = await ObservedRoom.open();
      const id = await room.upTo('turn');
      expect(await room.seen()).toMatchObject({
        id,
        stage: 'waiting',
        lenses: { a: null, b: null },
      });
      expect((await room.turn(one, id, 'ratings', true))?.stage).toBe('waiting');
      expect((await room.turn(other, id, 'words'))?.stage).toBe('turned');
      await room.answer(helper, id);
      await room.reveal(id);
      expect(await room.give(helper, id)).toMatchObject({ stage: 'admitted', helper });
      expect(await room.seen(other)).toMatchObject({
        lenses: { a: 'words', b: 'words' },
        privateCues: { a: false, b: false },
      });
      expect(await room.seen(one)).toMatchObject({
        lenses: { [one]: 'ratings', [other]: 'words' },
        privateCues: { [one]: true, [other]: false },
      });
      expect(await room.db.case.findFirst()).toMatchObject({ admittedAt: BigInt(room.now) });
    },
  );

  it.each(['a', 'b'] as const)('are never one: not that of %s alone', async (seat) => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('turn');
    await room.turn(seat, id, 'ratings');
    // Nor by turning it twice, by answering, revealing or giving without the other.
    await room.turn(seat, id, 'phases');
    for (const by of ['a', 'b'] as const) {
      expect((await room.answer(by, id))?.helperKey).toBeNull();
      await room.reveal(id);
      expect((await room.give(by, id))?.stage).toBe('waiting');
    }
    expect(await room.seen(seat)).toMatchObject({ askerNonce: null, lenses: { [seat]: 'phases' } });
  });

  it('are needed by whatever writes to the database', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('turn');
    const admit = (more = '') => room.direct(`UPDATE "Observation" SET "admittedAt" = 1 ${more}`);
    expect(admit()).toBe(both);
    await room.turn('a', id);
    expect(admit()).toBe(both);
    // What comes in one stroke was not turned by anybody.
    expect(admit(`, "lensB" = 'words', "nonce" = 'x', "helperKey" = 'x'`)).toBe(both);
    await room.turn('b', id);
    expect(admit()).toBe(both);
    await room.answer('b', id);
    expect(admit()).toBe(both);
    await room.reveal(id);
    expect(admit(`, "lensA" = 'ratings'`)).toBe(both);
    await room.tend('a', { step: 'take-back', id });
    expect(admit()).toBe(both);
    for (const column of ['admittedAt', 'lensA', 'lensB']) {
      const insert = `
        INSERT INTO "Observation" ("id", "caseId", "roomId", "userId", "name", "role", "verified",
          "purpose", "knockedAt", "publicKey", "commitment", "endedAt", "${column}")
        SELECT 'another', "caseId", "roomId", "userId", "name", "role", "verified", "purpose",
          "knockedAt", "publicKey", "commitment", 1, 1 FROM "Observation"`;
      expect(room.direct(insert)).toBe(both);
    }
    await room.turn('a', id);
    const kept = room.direct(`BEGIN; DELETE FROM "Seat" WHERE "seat" = 'b';
      UPDATE "Observation" SET "admittedAt" = 1`);
    expect(kept).toBe(both);
    expect(admit()).toBeNull();
  });

  it('hold for what was let in: nothing of it changes afterwards', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('watch');
    const before = await room.seen();
    await room.turn('b', id, 'ratings', true);
    await room.answer('b', id);
    await room.reveal(id);
    await room.attend(room.knockOf());
    await room.attend(room.knockOf(id, 'Iets anders'));
    expect(await room.seen()).toEqual(before);
    for (const change of [
      `"lensA" = 'ratings'`,
      `"privateB" = 1`,
      `"name" = 'Iemand anders'`,
      `"publicKey" = 'another'`,
      `"helperKey" = 'another'`,
      `"id" = 'another'`,
      `"userId" = '${room.partners.a}'`,
    ]) {
      const answer = room.direct(`UPDATE "Observation" SET ${change}`);
      expect(answer).toBe('an observer is let in as both saw it');
    }
    expect(room.direct('UPDATE "Observation" SET "admittedAt" = NULL')).toBe(both);
  });
});

describe('A key that was turned', () => {
  it('can be taken back until she is in, and turned otherwise', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('turn');
    await room.turn('a', id, 'ratings', true);
    await room.turn('b', id);
    const back = await room.tend('a', { step: 'take-back', id });
    expect(back).toMatchObject({ stage: 'waiting', lenses: { a: null, b: null } });
    expect(back?.privateCues).toEqual({ a: false, b: false });
    expect((await room.turn('a', id, 'phases'))?.stage).toBe('turned');
    await room.answer('b', id);
    // From here on a change is seen as one: it is taken back first.
    expect((await room.turn('a', id, 'ratings'))?.lenses.a).toBe('phases');
    await room.reveal(id);
    await room.tend('a', { step: 'take-back', id });
    expect((await room.give('b', id))?.stage).toBe('waiting');
    await room.turn('a', id, 'words');
    expect(await room.give('b', id)).toMatchObject({ stage: 'admitted', lenses: { a: 'words' } });
  });

  it('is told to the other once theirs is turned too, and as no more than holds for both', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('turn');
    const before = await room.seen('b');
    await room.turn('a', id, 'ratings', true);
    expect(await room.seen('b')).toEqual(before);
    const chosen = { lenses: { a: 'words', b: 'words' }, privateCues: { a: false, b: false } };
    expect(await room.turn('b', id, 'words')).toMatchObject({ stage: 'turned', ...chosen });
    // Taken back, what was seen of the other is not there any more either.
    const back = await room.tend('b', { step: 'take-back', id });
    expect(back).toMatchObject({ stage: 'waiting', lenses: { a: null, b: null } });
  });

  it('and is taken back while she was being let in, lets her out', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('watch');
    expect(await room.tend('b', { step: 'take-back', id })).toBeNull();
    expect(await room.db.observation.findFirst()).toMatchObject({ endedBy: 'b' });
  });

  it('counts for what was asked then, and for nothing after it', async () => {
    const room = await ObservedRoom.open();
    const old = await room.upTo('give');
    await room.tend('b', { step: 'decline', id: old });
    const id = await room.knocked();
    // A second tab, with what it still shows of before.
    for (const seat of ['a', 'b'] as const) await room.turn(seat, old);
    await room.answer('a', old);
    await room.give('a', old);
    expect(await room.seen()).toMatchObject({
      id,
      stage: 'waiting',
      lenses: { a: null, b: null },
      helperKey: null,
    });
    await room.turn('a', id);
    expect((await room.give('a', id))?.stage).toBe('waiting');
  });

  it('stays turned when she knocks anew for the same, and the digits begin anew', async () => {
    const room = await ObservedRoom.open();
    const old = await room.upTo('give');
    room.now += 1_000;
    const again = room.knockOf();
    expect(await room.attend(again)).toMatchObject({ id: again.id, stage: 'turned' });
    expect(await room.seen()).toMatchObject({
      id: again.id,
      commitment: again.commitment,
      askerNonce: null,
      helper: null,
      helperKey: null,
      helperNonce: null,
      knockedAt: room.now - 1_000,
    });
    await room.give('a', old);
    await room.give('a', again.id);
    expect((await room.seen())?.stage).toBe('turned');
    await room.attend(again);
    await room.answer('b', again.id);
    // The answer to it was lost, and it is sent once more.
    await room.attend(again);
    expect((await room.seen())?.helper).toBe('b');
  });

  it('was not turned for another purpose, or for who she says she is by now', async () => {
    const room = await ObservedRoom.open();
    await room.upTo('give');
    const other = room.knockOf(newObservation(), 'Iets anders');
    expect(await room.attend(other)).toMatchObject({ id: other.id, stage: 'waiting' });
    for (const seat of ['a', 'b'] as const) await room.turn(seat, other.id);
    const { therapist: userId, db } = room;
    await db.account.update({ where: { userId }, data: { name: 'Dr. Smets' } });
    const renamed = room.knockOf(newObservation(), 'Iets anders');
    expect(await room.attend(renamed)).toMatchObject({ stage: 'waiting' });
    expect(await room.seen()).toMatchObject({ name: 'Dr. Smets', lenses: { a: null, b: null } });
    for (const seat of ['a', 'b'] as const) await room.turn(seat, renamed.id);
    await db.account.update({ where: { userId }, data: { roleVerifiedAt: 1 } });
    const verified = room.knockOf(newObservation(), 'Iets anders');
    expect(await room.attend(verified)).toMatchObject({ stage: 'turned' });
    expect((await room.seen())?.verified).toBe(true);
  });
});

describe('The digits', () => {
  it('are shown in one order, each once, and given by who compared them', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('answer');
    await room.reveal(id);
    expect((await room.seen())?.askerNonce).toBeNull();
    const answered = await room.answer('b', id);
    expect(answered).toMatchObject({ helper: 'b', helperKey: publicKey('b') });
    expect(await room.answer('a', id)).toEqual(answered);
    expect((await room.give('b', id))?.stage).toBe('turned');
    await room.reveal(id);
    const revealed = await room.seen();
    await room.reveal(id);
    expect(await room.seen()).toEqual(revealed);
    expect((await room.give('a', id))?.stage).toBe('turned');
    const stranger = await therapistIn(room.db);
    await room.asked(stranger);
    await room.attend({ step: 'leave', id }, stranger);
    expect((await room.give('b', id))?.stage).toBe('admitted');
  });
});

describe('What she hears before she is let in', () => {
  it('is the same whether it was declined, taken away, ran out, or another waits', async () => {
    const heard: unknown[] = [];
    const ways: ((room: ObservedRoom) => Promise<unknown>)[] = [
      async (room) => room.tend('a', { step: 'decline', id: await room.upTo('turn') }),
      async (room) => room.tend('b', { step: 'decline', id: await room.upTo('give') }),
      async (room) => {
        await room.upTo('turn');
        await endStaleObservations(room.db, room.now + observationTerm);
      },
      async (room) => {
        const another = await therapistIn(room.db);
        await room.asked(another);
        await room.knocked(another);
        await room.asked();
        await room.knocked();
      },
      async (room) => {
        await room.asked();
        await room.db.account.updateMany({ data: { name: null } });
        await room.knocked();
      },
    ];
    for (const way of ways) {
      const room = await ObservedRoom.open();
      await way(room);
      heard.push(await room.attend({ step: 'leave', id: newObservation() }));
    }
    expect(heard).toEqual(ways.map(() => null));
  });

  it('is how far it is, and nothing of who turned a key', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('turn');
    const before = await room.attend({ step: 'leave', id: newObservation() });
    await room.turn('b', id, 'ratings', true);
    expect(await room.attend({ step: 'leave', id: newObservation() })).toEqual(before);
    await room.turn('a', id, 'phases');
    const both = await room.attend({ step: 'leave', id: newObservation() });
    expect(before).toMatchObject({ stage: 'waiting' });
    expect(both).toEqual(Object.assign({}, before, { stage: 'turned' }));
  });

  it('is nothing at all without a case that is open', async () => {
    const room = await ObservedRoom.open();
    expect(await room.attend(room.knockOf())).toBe('not-found');
    const caseId = await room.asked();
    await room.tend('a', { step: 'part', caseId });
    expect(await room.attend(room.knockOf())).toBe('not-found');
    expect(await room.db.observation.count()).toBe(0);
  });
});
