import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ObservationId } from '#lib/dialogue/id.ts';
import { mostInVain } from '#prisma/attending.ts';
import { endStaleObservations, observationTerm } from '#prisma/observations.ts';
import { noticeRestored } from '#prisma/restored.ts';
import { markEnded } from '#prisma/sessions.ts';
import { watchingsIn } from '#prisma/watchings.ts';
import { fresh } from './database-file.ts';
import { ObservedRoom, therapistIn } from './observed-room.ts';

const both = 'an observer is let in by both';

describe('An observation', () => {
  it('is one at a time: another knocks in vain until it is over', async () => {
    const room = await ObservedRoom.open();
    const another = await therapistIn(room.db, 'Een ander');
    await room.asked(another);
    const id = await room.upTo('turn');
    expect(await room.attend(room.knockOf(), another)).toBeNull();
    expect((await room.seen())?.id).toBe(id);
    await room.attend({ step: 'leave', id });
    expect(await room.attend(room.knockOf(), another)).toMatchObject({ stage: 'waiting' });
    expect((await room.seen())?.name).toBe('Een ander');
  });

  it('that nobody answers, or for which no session comes, blocks nobody after twelve hours', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('turn');
    await endStaleObservations(room.db, room.now + observationTerm - 1);
    expect((await room.seen())?.id).toBe(id);
    await endStaleObservations(room.db, room.now + observationTerm, fresh.room());
    expect((await room.seen())?.id).toBe(id);
    await endStaleObservations(room.db, room.now + observationTerm, room.roomId);
    expect(await room.seen()).toBeNull();
    const admitted = await room.upTo('watch');
    await endStaleObservations(room.db, room.now + observationTerm - 1);
    expect((await room.seen())?.id).toBe(admitted);
    await endStaleObservations(room.db, room.now + observationTerm);
    expect(await room.seen()).toBeNull();
    const watching = await room.upTo('watch');
    const data = { sessionId: await room.session() };
    await room.db.observation.update({ where: { id: watching }, data });
    await endStaleObservations(room.db, room.now + 10 * observationTerm);
    expect((await room.seen())?.id).toBe(watching);
  });

  it('that was declined again and again keeps nobody else from the door', async () => {
    const room = await ObservedRoom.open();
    for (let time = 0; time < mostInVain; time += 1) {
      await room.tend('b', { step: 'decline', id: await room.upTo('turn') });
    }
    // She hears what she heard every time, and the two hear nothing more of her for a while.
    expect(await room.attend(room.knockOf())).toBeNull();
    expect(await room.seen()).toBeNull();
    const another = await therapistIn(room.db);
    await room.asked(another);
    const id = await room.knocked(another);
    expect((await room.seen())?.id).toBe(id);
    await room.tend('b', { step: 'decline', id });
    room.now += observationTerm;
    expect(await room.attend(room.knockOf())).toMatchObject({ stage: 'waiting' });
  });

  it('that is over stays over, whatever is asked of it', async () => {
    const room = await ObservedRoom.open();
    const id = await room.upTo('watch');
    await room.tend('a', { step: 'show-out', id });
    const over = await room.db.observation.findUniqueOrThrow({ where: { id } });
    for (const data of [{ endedAt: null }, { endedBy: 'session' }, { admittedAt: null }]) {
      await room.db.observation.updateMany({ where: { id }, data });
    }
    await room.attend(room.knockOf(id));
    await room.give('a', id);
    expect(await room.db.observation.findUniqueOrThrow({ where: { id } })).toEqual(over);
    expect(await room.seen()).toBeNull();
    expect(await room.attend({ step: 'leave', id })).toMatchObject({ id, stage: 'ended' });
  });

  it.each<[string, (room: ObservedRoom, id: ObservationId) => Promise<unknown>]>([
    ['a partner', (room, id) => room.tend('b', { step: 'show-out', id })],
    ['herself', (room, id) => room.attend({ step: 'leave', id })],
    ['the end of her account', ({ db, therapist: id }) => db.user.delete({ where: { id } })],
  ])(
    'ended by %s leaves no keys, closes her sockets, and makes the room due for another key',
    async (_, end) => {
      const room = await ObservedRoom.open();
      const { db, roomId, therapist: userId } = room;
      const id = await room.upTo('watch');
      const sessionId = await room.session();
      await room.give('a', id, [{ sessionId, epoch: 1, sealed: 'sealed' }]);
      expect(await db.observationBundle.count()).toBe(1);
      const due = await room.dueEpoch();
      await db.roomChange.deleteMany();
      await end(room, id);
      expect(await db.observationBundle.count()).toBe(0);
      expect(await db.eviction.findMany()).toMatchObject([{ userId, roomId }]);
      expect(await db.roomChange.count({ where: { roomId } })).toBeGreaterThan(0);
      expect(await room.dueEpoch()).toBe(due + 1);
    },
  );

  it('ended before she was in makes nothing due', async () => {
    const room = await ObservedRoom.open();
    const due = await room.dueEpoch();
    await room.tend('a', { step: 'decline', id: await room.upTo('give') });
    expect(await room.dueEpoch()).toBe(due);
  });
});

describe('The session she is let in to', () => {
  it('is one, of this room, and ends it: without another key', async () => {
    const room = await ObservedRoom.open();
    const { db } = room;
    const id = await room.upTo('watch');
    const due = await room.dueEpoch();
    const sessionId = await room.session();
    const bind = (to: string) => room.direct(`UPDATE "Observation" SET "sessionId" = ${to}`);
    const one = 'an observer is let in to one session';
    expect(bind(`'${fresh.session()}'`)).toBe(one);
    expect(bind(`'${sessionId}'`)).toBeNull();
    await room.give('a', id, [{ sessionId, epoch: 1, sealed: 'sealed' }]);
    expect(bind('NULL')).toBe(one);
    await markEnded(db, sessionId, room.now + 5);
    expect(await db.observation.findFirst()).toMatchObject({
      endedBy: 'session',
      endedAt: BigInt(room.now + 5),
    });
    expect(await db.observationBundle.count()).toBe(0);
    expect(await db.eviction.count()).toBe(1);
    expect(await room.dueEpoch()).toBe(due);
  });

  it('has its keys from the one device that compared the digits, and no other session has', async () => {
    const room = await ObservedRoom.open();
    const { db } = room;
    const past = await room.session();
    await markEnded(db, past, room.now);
    const id = await room.upTo('give');
    const sessionId = await room.session();
    const keys = (of = sessionId, epoch = 1) => [{ sessionId: of, epoch, sealed: `of ${epoch}` }];
    // They are given once she is in: what both chose may be otherwise until then.
    await room.give('a', id, keys());
    expect((await room.seen())?.stage).toBe('admitted');
    expect(await db.observationBundle.count()).toBe(0);
    await room.give('b', id, keys());
    await room.give('a', id, keys(past));
    await room.give('a', id, keys(await (await ObservedRoom.open()).session()));
    await room.give('a', id, keys(sessionId, 2));
    expect(await db.observationBundle.count()).toBe(0);
    await room.give('a', id, keys());
    await room.give('a', id, [{ sessionId, epoch: 1, sealed: 'another' }]);
    expect(await db.observationBundle.findMany()).toMatchObject([{ sessionId, sealed: 'of 1' }]);
    const add = `INSERT INTO "ObservationBundle" VALUES ('${id}', '${past}', 1, 'sealed')`;
    expect(room.direct(add)).toBe(both);
  });

  it('is forgotten with the session itself, and that she watched is not', async () => {
    const room = await ObservedRoom.open();
    const { db } = room;
    const id = await room.upTo('watch');
    const sessionId = await room.session();
    await db.observation.update({ where: { id }, data: { sessionId } });
    await markEnded(db, sessionId, room.now + 5);
    await db.event.deleteMany({ where: { sessionId } });
    await db.session.delete({ where: { id: sessionId } });
    expect(await db.observation.findFirst()).toMatchObject({ sessionId: null, endedBy: 'session' });
  });
});

describe('What both can see afterwards', () => {
  it('is whom they let in, when, and the lesser of what they let through; nobody else', async () => {
    const room = await ObservedRoom.open();
    const { db, roomId } = room;
    await room.tend('a', { step: 'decline', id: await room.upTo('give') });
    expect(await watchingsIn(db, roomId)).toEqual([]);
    const id = await room.knocked();
    await room.turn('a', id, 'ratings');
    await room.turn('b', id, 'phases');
    await room.answer('b', id);
    await room.reveal(id);
    await room.give('b', id);
    const from = room.now;
    room.now += 1_000;
    await room.tend('a', { step: 'show-out', id });
    const [name, role] = ['Lena Smets', 'relatietherapeut'];
    const seen = { observation: id, name, role, lens: 'phases', sessionId: null };
    expect(await watchingsIn(db, roomId)).toEqual([{ ...seen, from, until: room.now }]);
    // Whoever took the seat of one of them later sees nothing of it.
    expect(await watchingsIn(db, roomId, room.now)).toEqual([]);
  });

  it('that a backup was put back lets nobody in that it says is in', async () => {
    const room = await ObservedRoom.open();
    const { db, file } = room;
    await room.upTo('watch');
    const link = await room.link();
    await noticeRestored(db, room.now);
    expect(await room.seen()).not.toBeNull();
    await writeFile(`${file}.count`, '999999');
    expect(await noticeRestored(db, room.now)).toBe(true);
    expect(await room.seen()).toBeNull();
    expect(await room.opened(link, await therapistIn(db))).toEqual({ standing: 'withdrawn' });
  });
});
