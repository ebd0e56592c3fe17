import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type DeskChange, DeskItemId } from '#lib/desk.ts';
import { ObservationId, type UserId } from '#lib/dialogue/id.ts';
import { CaseId } from '#lib/observation.ts';
import { newId } from '#lib/vault/new-id.ts';
import type { Database } from '#prisma/client.ts';
import { deskOf } from '#prisma/desk.ts';
import { changeDesk, most } from '#prisma/desk-change.ts';
import { shareHomework } from '#prisma/homework.ts';
import { createUser } from '#prisma/users.ts';
import { connectionTo, databaseFile, exercise, fresh, ownedRoom } from './database-file.ts';

/** A therapist with an account and a case with a room, let in at `admittedAt` unless that is null. */
async function therapist(db: Database, admittedAt: bigint | null = 2_000n) {
  const userId = fresh.user();
  await createUser(db, userId);
  await db.account.create({
    data: {
      userId,
      email: `${userId.toLowerCase()}@practice.test`,
      role: 'therapist',
      passwordHash: 'hash',
      passwordChangedAt: 1n,
      passwordWrap: 'wrap',
      publicKey: 'public',
      sealedPrivateKey: 'private',
      createdAt: 1n,
    },
  });
  const { roomId } = await ownedRoom(db);
  const partner = fresh.user();
  await createUser(db, partner);
  await db.seat.create({
    data: { roomId, seat: 'b', userId: partner, sealedName: 'sealed', takenAt: 1_000n },
  });
  const caseId = v.parse(CaseId, newId());
  await db.case.create({ data: { id: caseId, roomId, userId, createdAt: 1_500n, admittedAt } });
  return { userId, roomId, caseId };
}

async function house() {
  const db = await connectionTo(await databaseFile());
  const hers = await therapist(db);
  const change = (one: DeskChange, userId: UserId = hers.userId, now = 5_000) =>
    changeDesk(db, one, { userId, now });
  return { db, ...hers, change, desk: (userId: UserId = hers.userId) => deskOf(db, userId) };
}

const itemId = () => v.parse(DeskItemId, newId());
const keep = (id = itemId(), sealed = 'sealed note') => ({ change: 'keep', id, sealed }) as const;
const give = (caseId: CaseId, id = newId()) =>
  ({
    change: 'give-homework',
    id,
    caseId,
    exercise,
    epoch: 1,
    sealedLine: 'sealed line',
  }) as const;
const appoint = (caseId: CaseId, id = newId(), at = 9_000_000) =>
  ({ change: 'make-appointment', id, caseId, at, minutes: 60 }) as const;
const notFound = { ok: false, reason: 'not-found' };

/** An observation of this case, over or not, that was let in. */
async function watched(
  db: Database,
  { userId, roomId, caseId }: Awaited<ReturnType<typeof therapist>>,
  endedAt: bigint | null,
) {
  const id = v.parse(ObservationId, newId());
  const data = {
    id,
    caseId,
    roomId,
    userId,
    name: 'Her',
    role: 'therapist',
    verified: false,
    purpose: 'to help',
    knockedAt: 1_600n,
    publicKey: 'key',
    commitment: 'commitment',
  };
  await db.observation.create({ data });
  await db.observation.update({
    where: { id },
    data: { lensA: 'words', lensB: 'words', nonce: 'nonce', helperKey: 'helper' },
  });
  await db.observation.update({ where: { id }, data: { admittedAt: 2_000n } });
  if (endedAt !== null) {
    await db.observation.update({ where: { id }, data: { endedAt, endedBy: 'session' } });
  }
  return id;
}

describe('The desk of a therapist', () => {
  it('holds the rooms that let her in, what she gave, and what is sealed for her alone', async () => {
    const { db, userId, roomId, caseId, change, desk } = await house();
    const observation = await watched(db, { userId, roomId, caseId }, 3_000n);
    const item = keep();
    const homework = give(caseId);
    const appointment = appoint(caseId);
    for (const one of [item, homework, appointment]) expect((await change(one)).ok).toBe(true);
    expect(await desk()).toEqual({
      profile: null,
      verified: false,
      waiting: [],
      cases: [
        {
          id: caseId,
          roomId,
          since: 2_000,
          endedAt: null,
          watched: [{ observation, admittedAt: 2_000, endedAt: 3_000 }],
          homework: [
            {
              id: homework.id,
              caseId,
              exercise,
              epoch: 1,
              sealedLine: 'sealed line',
              givenAt: 5_000,
              declinedAt: null,
              shared: { a: false, b: false },
            },
          ],
          appointments: [
            { id: appointment.id, caseId, at: 9_000_000, minutes: 60, cancelledAt: null },
          ],
        },
      ],
      items: [{ id: item.id, sealed: 'sealed note', changedAt: 5_000 }],
    });
  });

  it('shows of a room that never let her in only the way to its lobby, and gives it nothing', async () => {
    const { db, change, desk } = await house();
    const { userId, roomId, caseId } = await therapist(db, null);
    expect(await desk(userId)).toMatchObject({
      cases: [],
      waiting: [{ id: caseId, roomId, since: 1_500 }],
    });
    for (const one of [give(caseId), appoint(caseId)]) {
      expect(await change(one, userId)).toEqual(notFound);
    }
    await change({ change: 'end-case', caseId }, userId);
    expect((await desk(userId)).waiting).toEqual([]);
  });

  it('makes each change once, however often it is asked', async () => {
    const { db, userId, roomId, caseId, change, desk } = await house();
    await watched(db, { userId, roomId, caseId }, null);
    const [item, homework, appointment] = [keep(), give(caseId), appoint(caseId)];
    const steps: readonly DeskChange[] = [
      { change: 'profile', profile: { name: 'Lies', role: 'relatietherapeut' } },
      item,
      homework,
      appointment,
      { change: 'cancel-appointment', id: appointment.id },
      { change: 'take-homework', id: homework.id },
      { change: 'drop', id: item.id },
      { change: 'end-case', caseId },
    ];
    for (const step of steps) {
      expect((await change(step, userId, 5_000)).ok).toBe(true);
      const once = await desk();
      expect((await change(step, userId, 6_000)).ok).toBe(true);
      expect(await desk()).toEqual(once);
    }
  });

  it('tells that an exercise was done once both want her to know, and never that one of them said so', async () => {
    const { db, roomId, caseId, change, desk } = await house();
    const { id } = give(caseId);
    await change(give(caseId, id));
    const shared = async () => (await desk()).cases[0]?.homework[0]?.shared;
    await shareHomework(db, { id, roomId, seat: 'b' });
    expect(await shared()).toEqual({ a: false, b: false });
    await shareHomework(db, { id, roomId, seat: 'a' });
    expect(await shared()).toEqual({ a: true, b: true });
  });

  it('keeps a changed item under its id, with when that was', async () => {
    const { change, desk, userId } = await house();
    const id = itemId();
    await change(keep(id, 'first'));
    await change(keep(id, 'second'), userId, 8_000);
    expect((await desk()).items).toEqual([{ id, sealed: 'second', changedAt: 8_000 }]);
  });

  it('lets nobody touch what is somebody else’s', async () => {
    const { db, caseId, change, desk } = await house();
    const other = await therapist(db);
    const [item, homework, appointment] = [keep(), give(caseId), appoint(caseId)];
    for (const one of [item, homework, appointment]) await change(one);
    const before = await desk();
    const tries: readonly DeskChange[] = [
      keep(item.id, 'of another'),
      { change: 'drop', id: item.id },
      give(caseId),
      { ...give(other.caseId), id: homework.id },
      { change: 'take-homework', id: homework.id },
      appoint(caseId),
      { ...appoint(other.caseId, undefined, 1), id: appointment.id },
      { change: 'cancel-appointment', id: appointment.id },
      { change: 'end-case', caseId },
    ];
    for (const one of tries) await change(one, other.userId);
    expect(await change(keep(item.id, 'of another'), other.userId)).toEqual(notFound);
    expect(await change(give(caseId), other.userId)).toEqual(notFound);
    expect(await desk()).toEqual(before);
    expect(await desk(other.userId)).toMatchObject({
      cases: [{ homework: [], appointments: [] }],
      items: [],
    });
  });

  it('keeps of a case that is over that she watched and when, and her own sealed items', async () => {
    const { db, userId, roomId, caseId, change, desk } = await house();
    const observation = await watched(db, { userId, roomId, caseId }, null);
    const item = keep();
    for (const one of [item, give(caseId), appoint(caseId)]) await change(one);
    await change({ change: 'end-case', caseId }, userId, 7_000);
    expect(await desk()).toMatchObject({
      cases: [
        {
          id: caseId,
          roomId: null,
          since: 2_000,
          endedAt: 7_000,
          watched: [{ observation, admittedAt: 2_000, endedAt: 7_000 }],
          homework: [],
          appointments: [],
        },
      ],
      items: [{ id: item.id }],
    });
    for (const one of [give(caseId), appoint(caseId)]) expect(await change(one)).toEqual(notFound);
    expect(await db.eviction.count({ where: { userId, roomId } })).toBe(1);
  });

  it('is full at some point, and still takes changes of what is there', async () => {
    const { db, userId, change } = await house();
    const rows = Array.from({ length: most.items }, () => ({
      id: newId(),
      userId,
      sealed: 'sealed',
      createdAt: 1n,
      changedAt: 1n,
    }));
    await db.deskItem.createMany({ data: rows });
    expect(await change(keep())).toEqual({ ok: false, reason: 'full' });
    const [first] = rows;
    expect((await change(keep(v.parse(DeskItemId, first?.id), 'changed'))).ok).toBe(true);
    expect(await db.deskItem.count({ where: { userId } })).toBe(most.items);
  });

  it('says verified of no other name or role than the host saw', async () => {
    const { db, userId, change, desk } = await house();
    await db.account.update({ where: { userId }, data: { roleVerifiedAt: 4_000n } });
    const profile = { name: 'Lies Maes', role: 'relatietherapeut' };
    const stands: [typeof profile, boolean][] = [
      [profile, true],
      [{ ...profile }, true],
      [{ ...profile, role: 'psychiater' }, false],
      [profile, false],
    ];
    for (const [asked, verified] of stands) {
      await change({ change: 'profile', profile: asked });
      expect(await desk()).toMatchObject({ profile: asked, verified });
    }
  });
});
