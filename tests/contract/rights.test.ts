import { describe, expect, it } from 'vitest';
import type { DialogueEvent } from '#lib/dialogue/event.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { agreementTerm, agreeToExport, exportAgreements } from '#prisma/export-agreements.ts';
import { makeInvitation } from '#prisma/invitations.ts';
import { forgetUser, leaveRoom } from '#prisma/leaving.ts';
import { readingsOf } from '#prisma/reading-log.ts';
import { noteReading } from '#prisma/readings.ts';
import { redeemInvitation } from '#prisma/redemption.ts';
import { expiredSessions, forgetSession, retentionIn, setRetention } from '#prisma/retention.ts';
import { isTheirs, sittingOf } from '#prisma/rooms.ts';
import { markEnded, openSession, sessionOf } from '#prisma/sessions.ts';
import { createUser } from '#prisma/users.ts';
import { newCanaries, sightings } from '#tests/support/canaries.ts';
import { databaseBytes } from '#tests/support/database-bytes.ts';
import { library } from '#tests/support/exercises.ts';
import { connectionTo, databaseFile, exercise, fresh, ownedRoom } from './database-file.ts';
import { wordsAt } from './event-arbitrary.ts';

const findExercise = library.findDefinition;

/** A second person in a room, through an invitation. */
async function secondIn(db: Database, roomId: Awaited<ReturnType<typeof ownedRoom>>['roomId']) {
  const userId = fresh.user();
  await createUser(db, userId);
  const invitation = {
    invitationId: fresh.invitation(),
    tokenHash: fresh.digest(),
    claimHash: fresh.digest(),
  };
  const wrappedKey = 'wrapped';
  await makeInvitation(db, { ...invitation, roomId, seat: 'b', wrappedKey, now: 1_000 });
  const redemption = { ...invitation, userId, sealedName: 'sealed name of b', now: 1_500 };
  expect(await redeemInvitation(db, redemption)).toMatchObject({ ok: true });
  return { userId, redemption };
}

async function coupleWithTalk(db: Database) {
  const { roomId, userId: an } = await ownedRoom(db);
  const { userId: bo, redemption } = await secondIn(db, roomId);
  const sessionId = fresh.session();
  await openSession(db, { sessionId, roomId, exercise, now: 2_000 });
  const opened: DialogueEvent = {
    ...wordsAt(1),
    at: 2_000,
    fact: { type: 'opened', exercise, mode: 'written' },
    sealed: null,
    hash: null,
  };
  const store = createEventStore(db);
  await store.append(sessionId, opened);
  return { roomId, an, bo, redemption, sessionId, store };
}

const year = (month: string) => Date.parse(`2027-${month}T12:00:00Z`);

describe('How long sessions are kept', () => {
  it('is the shorter wish of the two, in months of the calendar', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, sessionId } = await coupleWithTalk(db);
    expect(await retentionIn(db, roomId)).toEqual({ a: 12, b: 12 });
    await setRetention(db, { roomId, seat: 'b', months: 1 });
    await setRetention(db, { roomId, seat: 'a', months: 24 });
    expect(await retentionIn(db, roomId)).toEqual({ a: 24, b: 1 });

    // Never one that is open, however old.
    expect(await expiredSessions(db, year('12-31'))).toEqual([]);
    await markEnded(db, sessionId, year('01-15'));
    expect(await expiredSessions(db, year('02-15'))).toEqual([]);
    expect(await expiredSessions(db, year('02-15') + 60_000)).toEqual([sessionId]);
    await setRetention(db, { roomId, seat: 'b', months: 3 });
    expect(await expiredSessions(db, year('03-01'))).toEqual([]);
  });

  it('ends with every byte of a session gone', async () => {
    const file = await databaseFile();
    const db = await createDatabase({ file });
    const { sessionId, store, roomId } = await coupleWithTalk(db);
    const [canary = ''] = newCanaries(1);
    await store.append(sessionId, { ...wordsAt(2), sealed: canary });
    const what = 'transcript';
    await noteReading(db, { roomId, seat: 'a', what, sessionId, now: 3_000 });
    await markEnded(db, sessionId, 4_000);
    await forgetSession(db, sessionId, Date.now());
    expect(await sessionOf(db, sessionId)).toBeNull();
    expect(await store.read(sessionId, 0)).toEqual([]);
    expect(await readingsOf(db, roomId)).toEqual([]);
    await db.$disconnect();
    expect(sightings([canary, sessionId], databaseBytes(file))).toEqual([]);
  });
});

describe('A yes to an export of both their words', () => {
  it('counts for a day, for who gave it, until it is taken back', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, redemption } = await coupleWithTalk(db);
    const now = 5_000;
    await agreeToExport(db, { roomId, seat: 'a', agree: true, now });
    await agreeToExport(db, { roomId, seat: 'b', agree: true, now });
    const until = now + agreementTerm;
    expect(await exportAgreements(db, roomId, now)).toEqual({ a: until, b: until });
    expect(await exportAgreements(db, roomId, until - 1)).toEqual({ a: until, b: until });
    expect(await exportAgreements(db, roomId, until)).toEqual({ a: null, b: null });
    await agreeToExport(db, { roomId, seat: 'a', agree: false, now });
    expect(await exportAgreements(db, roomId, now)).toEqual({ a: null, b: until });
    // Another device took the seat: what was said before is not its owner's word.
    await redeemInvitation(db, { ...redemption, now: 6_000 });
    expect(await exportAgreements(db, roomId, 6_001)).toEqual({ a: null, b: null });
  });
});

describe('Leaving a room', () => {
  it('frees the seat, stops the talk that is open, and closes every way back', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, bo, redemption, sessionId, store } = await coupleWithTalk(db);
    const holder = { publicKey: 'k', tag: 't', epoch: 1, kind: 'device', addedAt: 1_600 };
    await db.keyholder.create({ data: { ...holder, roomId, id: 'holder', userId: bo } });
    const envelope = { roomId, holderId: 'holder', epoch: 1, envelope: 'sealed' };
    await db.keyEnvelope.create({ data: envelope });
    await leaveRoom(db, { roomId, userId: bo, now: 9_000, findExercise, erase: false });

    expect(await sittingOf(db, roomId, bo)).toBeNull();
    const seat = await db.seat.findFirst({ where: { roomId, seat: 'b' } });
    expect(seat).toMatchObject({ userId: null, sealedName: null, leftAt: 9_000n });
    const facts = (await store.read(sessionId, 0)).map(({ fact, author }) => [fact.type, author]);
    expect(facts).toEqual([
      ['opened', 'a'],
      ['stopped', 'b'],
      ['keep-answered', 'b'],
    ]);
    expect(await sessionOf(db, sessionId)).toMatchObject({ endedAt: 9_000, words: 'gone' });
    expect(await db.keyEnvelope.count()).toBe(0);
    expect(await db.keyholder.findMany()).toMatchObject([{ removedAt: 9_000n }]);
    // The very link they came in with, within its term.
    expect(await redeemInvitation(db, { ...redemption, now: 9_500 })).toEqual({
      ok: false,
      reason: 'withdrawn',
    });
    expect(await db.room.findMany()).toMatchObject([{ dueEpoch: 2 }]);
    expect(await db.eviction.findMany()).toMatchObject([{ userId: bo, roomId }]);
  });

  it('keeps what was said from whoever sits there next', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, bo } = await coupleWithTalk(db);
    await leaveRoom(db, { roomId, userId: bo, now: 9_000, findExercise, erase: false });
    const { userId } = await secondIn(db, roomId);
    const sitting = await sittingOf(db, roomId, userId);
    expect(sitting && [isTheirs(sitting, 2_000), isTheirs(sitting, 9_001)]).toEqual([false, true]);
  });

  it('takes the room along when nobody is left in it', async () => {
    const file = await databaseFile();
    const db = await createDatabase({ file });
    const { roomId, an, bo, sessionId, store } = await coupleWithTalk(db);
    const [canary = ''] = newCanaries(1);
    await markEnded(db, sessionId, 4_000);
    await db.session.update({ where: { id: sessionId }, data: { words: 'kept' } });
    await store.append(sessionId, { ...wordsAt(2), sealed: canary });
    await leaveRoom(db, { roomId, userId: bo, now: 9_000, findExercise, erase: false });
    expect(sightings([canary], databaseBytes(file))).not.toEqual([]);
    await leaveRoom(db, { roomId, userId: an, now: 9_500, findExercise, erase: false });
    for (const count of [db.room, db.seat, db.session, db.event, db.invitation].map(countOf)) {
      expect(await count()).toBe(0);
    }
    expect(await db.user.count()).toBe(2);
    expect(sightings([canary], databaseBytes(file))).toEqual([]);
    await db.$disconnect();
  });

  it('is what removing a user does in every room, and then there is no user', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, bo, an } = await coupleWithTalk(db);
    const alone = await ownedRoom(db);
    await db.seat.updateMany({ where: { roomId: alone.roomId }, data: { userId: bo } });
    await db.consent.create({ data: { userId: bo, text: 'guest', version: 1, at: 1 } });
    await forgetUser(db, { userId: bo, now: 9_000, findExercise, erase: false });
    expect(await db.user.findMany({ orderBy: { id: 'asc' } })).toEqual(
      [{ id: an }, { id: alone.userId }].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
    expect((await db.room.findMany()).map(({ id }) => id)).toEqual([roomId]);
    expect(await db.consent.count()).toBe(0);
    expect(await db.authSession.count()).toBe(0);
  });
});

function countOf(table: { count(): Promise<number> }): () => Promise<number> {
  return () => table.count();
}
