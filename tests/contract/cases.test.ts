import { describe, expect, it } from 'vitest';
import { appointmentsIn } from '#prisma/appointments.ts';
import { bringGuest } from '#prisma/bring-guest.ts';
import { casesIn, endCase } from '#prisma/cases.ts';
import { removeRoom } from '#prisma/erase.ts';
import { homeworkIn } from '#prisma/homework.ts';
import { forgetVainObservations } from '#prisma/observations.ts';
import { reapplyErasures } from '#prisma/reapply-erasures.ts';
import { seatOf } from '#prisma/rooms.ts';
import { takeTendStep } from '#prisma/tending.ts';
import { fresh } from './database-file.ts';
import { ObservedRoom, sitDown, therapistIn } from './observed-room.ts';

/** What a therapist gives between sessions. */
async function given({ db, roomId }: ObservedRoom, caseId: string) {
  const [homework, appointment] = [fresh.move(), fresh.move()];
  const exercise = { exerciseId: 'mirror-dialogue', exerciseVersion: 1, epoch: 1 };
  const of = { caseId, roomId };
  await db.homework.create({
    data: { id: homework, ...of, ...exercise, sealedLine: 'sealed line', givenAt: 5 },
  });
  await db.appointment.create({
    data: { id: appointment, ...of, at: 9, minutes: 60, createdAt: 5 },
  });
  return { homework, appointment };
}

async function admitted() {
  const room = await ObservedRoom.open();
  const caseId = await room.asked();
  const observation = await room.upTo('watch');
  return { room, caseId, observation, ...(await given(room, caseId)) };
}
type Admitted = Awaited<ReturnType<typeof admitted>>;

const left = async ({ db, roomId }: ObservedRoom) => ({
  homework: (await homeworkIn(db, roomId, 'b')).length,
  appointments: (await appointmentsIn(db, roomId)).length,
});

describe('A case', () => {
  it('shows a couple who may come back: as they saw her last, and not before she was let in', async () => {
    const room = await ObservedRoom.open();
    const id = await room.asked();
    expect(await casesIn(room.db, room.roomId)).toEqual([]);
    const observation = await room.upTo('watch');
    await room.tend('a', { step: 'show-out', id: observation });
    await room.db.account.updateMany({ data: { name: 'Een andere naam' } });
    const [name, role] = ['Lena Smets', 'relatietherapeut'];
    expect(await casesIn(room.db, room.roomId)).toEqual([{ id, name, role, verified: false }]);
  });

  it.each<[string, (admitted: Admitted) => Promise<unknown>]>([
    ['a partner', ({ room, caseId }) => room.tend('b', { step: 'part', caseId })],
    [
      'herself',
      ({ room: { db, therapist: userId, now }, caseId }) =>
        endCase(db, caseId, { of: { userId }, now }),
    ],
    [
      'another in the seat of one of the two',
      ({ room: { db, roomId } }) => sitDown(db, roomId, 'b'),
    ],
    [
      'one of the two leaving',
      ({ room: { db, roomId } }) =>
        db.seat.update({
          where: { roomId_seat: { roomId, seat: 'a' } },
          data: { userId: null, takenAt: null },
        }),
    ],
  ])('ended by %s takes what she gave, and leaves that and when she watched', async (by, end) => {
    const all = await admitted();
    const { room, caseId, observation } = all;
    const due = await room.dueEpoch();
    const link = await room.link();
    await end(all);
    expect(await left(room)).toEqual({ homework: 0, appointments: 0 });
    expect(await room.attend(room.knockOf())).toBe('not-found');
    expect(await casesIn(room.db, room.roomId)).toEqual([]);
    expect(await room.seen()).toBeNull();
    expect(await room.dueEpoch()).toBe(due + 1);
    const row = await room.db.observation.findUniqueOrThrow({ where: { id: observation } });
    expect(row).toMatchObject({ caseId, admittedAt: BigInt(room.now), endedBy: 'room' });
    expect(row.endedAt).not.toBeNull();
    expect(room.direct('UPDATE "Case" SET "endedAt" = NULL')).toBeNull();
    expect(await room.attend(room.knockOf())).toBe('not-found');
    // A link that lay ready is as old as what was agreed.
    const { standing } = await room.opened(link, await therapistIn(room.db));
    expect(standing).toBe(by.includes('two') ? 'withdrawn' : 'open');
  });

  it('is ended by nobody of another room, and by no other therapist', async () => {
    const { room, caseId } = await admitted();
    const { db, now } = room;
    await endCase(db, caseId, { of: { roomId: fresh.room() }, now });
    await endCase(db, caseId, { of: { userId: await therapistIn(db) }, now });
    expect(await casesIn(db, room.roomId)).toHaveLength(1);
  });

  it('that was ended is over in a backup from before it, too', async () => {
    const { room, caseId } = await admitted();
    await room.tend('a', { step: 'part', caseId });
    // As in the backup.
    room.direct(`DROP TRIGGER "Case_stays_ended"; UPDATE "Case" SET "endedAt" = NULL`);
    await given(room, caseId);
    expect(await casesIn(room.db, room.roomId)).toHaveLength(1);
    expect(await reapplyErasures(room.db, room.now + 1)).toBe(1);
    expect(await casesIn(room.db, room.roomId)).toEqual([]);
    expect(await left(room)).toEqual({ homework: 0, appointments: 0 });
  });

  it('stays when a guest of the two makes it an account, and what was turned stays turned', async () => {
    const { room, observation } = await admitted();
    const { db, roomId, partners } = room;
    const account = await therapistIn(db);
    await bringGuest(db, { guestId: partners.b, userId: account, now: room.now });
    expect(await seatOf(db, roomId, account)).toBe('b');
    expect((await room.seen())?.id).toBe(observation);
    expect(await left(room)).toEqual({ homework: 1, appointments: 1 });
  });

  it('is over when it turns out to be that of one of the two', async () => {
    const { room } = await admitted();
    const { db, partners, therapist: userId, now } = room;
    await bringGuest(db, { guestId: partners.b, userId, now });
    expect(await room.seen()).toBeNull();
    expect(await left(room)).toEqual({ homework: 0, appointments: 0 });
  });

  it('goes with the room and with the account, and leaves nothing of either', async () => {
    for (const go of [
      ({ db, roomId }: ObservedRoom) => removeRoom(db, roomId, Date.now()),
      ({ db, therapist: id }: ObservedRoom) => db.user.delete({ where: { id } }),
    ]) {
      const { room, observation } = await admitted();
      const { db } = room;
      const sessionId = await room.session();
      await room.give('a', observation, [{ sessionId, epoch: 1, sealed: 'sealed' }]);
      await go(room);
      expect(await db.case.count()).toBe(0);
      expect(await db.observation.count()).toBe(0);
      expect(await db.observationBundle.count()).toBe(0);
      expect(await left(room)).toEqual({ homework: 0, appointments: 0 });
      expect(await db.eviction.count({ where: { roomId: room.roomId } })).toBeGreaterThan(0);
    }
  });

  it('forgets after a month who asked in vain, and nobody who was in', async () => {
    const room = await ObservedRoom.open();
    await room.tend('a', { step: 'decline', id: await room.upTo('turn') });
    await room.tend('a', { step: 'show-out', id: await room.upTo('watch') });
    const month = 30 * 24 * 60 * 60_000;
    await forgetVainObservations(room.db, room.now + month - 1);
    expect(await room.db.observation.count()).toBe(2);
    await forgetVainObservations(room.db, room.now + month);
    expect(await room.db.observation.findMany()).toMatchObject([{ endedBy: 'a' }]);
  });
});

describe('What she gave between sessions', () => {
  it('is declined, shared and called off by the couple it is for, and nobody else', async () => {
    const { room, caseId, homework, appointment } = await admitted();
    const { db, roomId } = room;
    expect(await homeworkIn(db, roomId, 'b')).toEqual([
      {
        id: homework,
        caseId,
        exercise: { id: 'mirror-dialogue', version: 1 },
        epoch: 1,
        sealedLine: 'sealed line',
        givenAt: 5,
        declinedAt: null,
        shared: { a: false, b: false },
      },
    ]);
    expect(await appointmentsIn(db, roomId)).toEqual([
      { id: appointment, caseId, at: 9, minutes: 60, cancelledAt: null },
    ]);
    await room.tend('b', { step: 'share-homework', id: homework });
    await room.tend('b', { step: 'share-homework', id: homework });
    expect((await homeworkIn(db, roomId, 'b'))[0]?.shared).toEqual({ a: false, b: true });
    // Nobody is pressed by what the other would have known.
    expect((await homeworkIn(db, roomId, 'a'))[0]?.shared).toEqual({ a: false, b: false });
    await room.tend('a', { step: 'share-homework', id: homework });
    expect((await homeworkIn(db, roomId, 'a'))[0]?.shared).toEqual({ a: true, b: true });
    await room.tend('a', { step: 'decline-homework', id: homework });
    await room.tend('b', { step: 'cancel-appointment', id: appointment });
    const { now } = room;
    room.now += 1;
    await room.tend('b', { step: 'decline-homework', id: homework });
    await room.tend('a', { step: 'cancel-appointment', id: appointment });
    expect((await homeworkIn(db, roomId, 'b'))[0]?.declinedAt).toBe(now);
    expect((await appointmentsIn(db, roomId))[0]?.cancelledAt).toBe(now);
  });

  it('stays as it is when another room says something of it', async () => {
    const { room, homework, appointment } = await admitted();
    const { db, now } = room;
    const tending = { roomId: fresh.room(), seat: 'a', now } as const;
    for (const step of ['decline-homework', 'share-homework'] as const) {
      await takeTendStep(db, { step, id: homework }, tending);
    }
    await takeTendStep(db, { step: 'cancel-appointment', id: appointment }, tending);
    expect((await homeworkIn(db, room.roomId, 'b'))[0]).toMatchObject({
      declinedAt: null,
      shared: { a: false },
    });
    expect((await appointmentsIn(db, room.roomId))[0]?.cancelledAt).toBeNull();
  });
});
