import { describe, expect, it } from 'vitest';
import { visitorStanding } from '#app/visitor-standing.ts';
import { otherSeat, type Seat } from '#lib/dialogue/seat.ts';
import type { Database } from '#prisma/client.ts';
import {
  forgetSpentKeys,
  invitationTerm,
  makeInvitation,
  openInvitation,
  withdrawInvitation,
} from '#prisma/invitations.ts';
import { invitationStanding, redeemInvitation } from '#prisma/redemption.ts';
import { createRoom, roomSeats, roomsOf, seatOf } from '#prisma/rooms.ts';
import { createUser } from '#prisma/users.ts';
import { connectionTo, databaseFile, fresh, ownedRoom } from './database-file.ts';

const made = 10_000;

async function invite(db: Database, room: Awaited<ReturnType<typeof ownedRoom>>, seat: Seat = 'b') {
  const invitation = {
    invitationId: fresh.invitation(),
    roomId: room.roomId,
    seat,
    tokenHash: fresh.digest(),
    wrappedKey: 'wrapped key',
    now: made,
  };
  expect(await makeInvitation(db, invitation)).toEqual({
    ok: true,
    value: { expiresAt: made + invitationTerm },
  });
  return invitation;
}

type Invitation = Awaited<ReturnType<typeof invite>>;

async function joiner(db: Database, { invitationId, tokenHash }: Invitation) {
  const userId = fresh.user();
  await createUser(db, userId);
  const claimHash = fresh.digest();
  return { invitationId, tokenHash, claimHash, userId, sealedName: 'name of b', now: made + 1 };
}

async function scene() {
  const db = await connectionTo(await databaseFile());
  const room = await ownedRoom(db);
  const invitation = await invite(db, room);
  const standing = (by: Partial<{ tokenHash: never; claimHash: never; now: number }> = {}) =>
    invitationStanding(db, { ...invitation, claimHash: null, now: made + 1, ...by });
  return { db, room, invitation, standing, join: await joiner(db, invitation) };
}

describe('A room', () => {
  it('is made once, for the one who made it', async () => {
    const db = await connectionTo(await databaseFile());
    const { roomId, userId } = await ownedRoom(db);
    const stranger = fresh.user();
    await createUser(db, stranger);
    const again = { roomId, userId, sealedName: 'sealed name of a', now: 2_000 };
    expect(await createRoom(db, again)).toEqual({ ok: true, value: null });
    const theft = await createRoom(db, { ...again, userId: stranger });
    expect(theft).toEqual({ ok: false, reason: 'exists' });
    expect(await seatOf(db, roomId, userId)).toBe('a');
    expect(await seatOf(db, roomId, stranger)).toBeNull();
    expect(await seatOf(db, fresh.room(), userId)).toBeNull();
    expect(await roomSeats(db, roomId)).toEqual({
      a: { taken: true, sealedName: 'sealed name of a', leftAt: null },
      b: { taken: false, sealedName: null, leftAt: null },
    });
    expect(await roomsOf(db, userId)).toEqual([{ roomId, seat: 'a', lastSessionAt: null }]);
    expect(await roomsOf(db, stranger)).toEqual([]);
  });

  it('is not made anew by the one who sits on its other seat', async () => {
    const { db, room, join } = await scene();
    await redeemInvitation(db, join);
    expect(
      await createRoom(db, { roomId: room.roomId, userId: join.userId, sealedName: 'x', now: 1 }),
    ).toEqual({ ok: false, reason: 'exists' });
  });

  it('is completed by asking again when its making was cut off', async () => {
    const db = await connectionTo(await databaseFile());
    const [roomId, userId] = [fresh.room(), fresh.user()];
    await createUser(db, userId);
    await db.room.create({ data: { id: roomId, createdAt: 1n } });
    expect((await createRoom(db, { roomId, userId, sealedName: 'x', now: 1 })).ok).toBe(true);
    expect(await seatOf(db, roomId, userId)).toBe('a');
  });
});

describe('An invitation', () => {
  it('leads whoever shows its token to the seat and the key, and tells nobody else a thing', async () => {
    const { invitation, room, standing, db } = await scene();
    expect(await standing()).toEqual({
      standing: 'open',
      roomId: room.roomId,
      seat: 'b',
      wrappedKey: 'wrapped key',
    });
    const asked = { ...invitation, claimHash: null, now: made };
    const unknown = { standing: 'unknown' };
    expect(await invitationStanding(db, { ...asked, tokenHash: fresh.digest() })).toEqual(unknown);
    expect(await invitationStanding(db, { ...asked, invitationId: fresh.invitation() })).toEqual(
      unknown,
    );
    expect(await openInvitation(db, room.roomId, made)).toEqual({
      invitationId: invitation.invitationId,
      seat: 'b',
      expiresAt: made + invitationTerm,
    });
    expect(await openInvitation(db, fresh.room(), made)).toBeNull();
  });

  it('can be made again unchanged, but not under an id that is taken', async () => {
    const { db, room, invitation, standing } = await scene();
    expect((await makeInvitation(db, { ...invitation, now: made + 5 })).ok).toBe(true);
    expect((await standing()).standing).toBe('open');
    for (const other of [{ tokenHash: fresh.digest() }, { seat: 'a' as const }]) {
      expect(await makeInvitation(db, { ...invitation, ...other })).toEqual({
        ok: false,
        reason: 'exists',
      });
    }
    const elsewhere = await ownedRoom(db);
    expect((await makeInvitation(db, { ...invitation, roomId: elsewhere.roomId })).ok).toBe(false);
    expect((await openInvitation(db, room.roomId, made))?.seat).toBe('b');
  });

  it('seats one of fifty who come at once through two connections', async () => {
    const file = await databaseFile();
    const dbs = [await connectionTo(file), await connectionTo(file)] as const;
    const room = await ownedRoom(dbs[0]);
    const invitation = await invite(dbs[0], room);
    const joiners = await Promise.all(Array.from({ length: 50 }, () => joiner(dbs[0], invitation)));
    const answers = await Promise.all(
      joiners.map((join, index) => redeemInvitation(dbs[index % 2 === 0 ? 0 : 1], join)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'used')).toHaveLength(49);
    const holders = await Promise.all(
      joiners.map(({ userId }) => seatOf(dbs[0], room.roomId, userId)),
    );
    expect(holders.filter((seat) => seat !== null)).toEqual(['b']);
    expect(holders[answers.findIndex(({ ok }) => ok)]).toBe('b');
  });

  it('answers the same claim again while the term runs, so that a lost answer locks nobody out', async () => {
    const { db, room, join, standing, invitation } = await scene();
    const success = { ok: true, value: { roomId: room.roomId, seat: 'b' } };
    const answers = await Promise.all([1, 2, 3].map(() => redeemInvitation(db, join)));
    expect(answers).toEqual([success, success, success]);
    expect((await standing()).standing).toBe('used');
    const mine = await invitationStanding(db, { ...join });
    expect(mine).toEqual({
      standing: 'yours',
      roomId: room.roomId,
      seat: 'b',
      wrappedKey: 'wrapped key',
    });
    const other = await joiner(db, invitation);
    expect(await redeemInvitation(db, other)).toEqual({ ok: false, reason: 'used' });
    const late = { ...join, now: made + invitationTerm };
    expect(await redeemInvitation(db, late)).toEqual({ ok: false, reason: 'expired' });
    expect(await openInvitation(db, room.roomId, made + 2)).toBeNull();
    expect(await withdrawInvitation(db, { ...invitation, now: made + 3 })).toBe(false);
    expect(await roomSeats(db, room.roomId)).toMatchObject({
      b: { taken: true, sealedName: 'name of b' },
    });
  });

  it('is completed by the same claim when the redemption was cut off, and by no other', async () => {
    const { db, room, join, invitation } = await scene();
    const { claimHash } = join;
    await db.invitation.update({
      where: { id: invitation.invitationId },
      data: { claimHash, redeemedAt: BigInt(made) },
    });
    const other = await joiner(db, invitation);
    expect(await redeemInvitation(db, other)).toEqual({ ok: false, reason: 'used' });
    expect((await redeemInvitation(db, join)).ok).toBe(true);
    expect(await seatOf(db, room.roomId, join.userId)).toBe('b');
  });

  it('cannot be used with a wrong token, nor does that use it up', async () => {
    const { db, join, standing } = await scene();
    const wrong = { ...join, tokenHash: fresh.digest() };
    expect(await redeemInvitation(db, wrong)).toEqual({ ok: false, reason: 'unknown' });
    expect((await standing()).standing).toBe('open');
    await redeemInvitation(db, join);
    expect(await redeemInvitation(db, wrong)).toEqual({ ok: false, reason: 'unknown' });
  });

  it('is refused to the one who made it, and stays open', async () => {
    const { db, room, join, standing } = await scene();
    const own = { ...join, userId: room.userId };
    expect(await redeemInvitation(db, own)).toEqual({ ok: false, reason: 'own' });
    expect((await standing()).standing).toBe('open');
    expect(await seatOf(db, room.roomId, room.userId)).toBe('a');
    expect((await redeemInvitation(db, join)).ok).toBe(true);
    expect(await redeemInvitation(db, { ...join, userId: room.userId })).toEqual({
      ok: false,
      reason: 'own',
    });
  });

  it('gives a lost seat back, to a new user or the same', async () => {
    const { db, room, join } = await scene();
    await redeemInvitation(db, join);
    const second = await joiner(db, await invite(db, room));
    expect((await redeemInvitation(db, { ...second, sealedName: 'new name' })).ok).toBe(true);
    expect(await seatOf(db, room.roomId, join.userId)).toBeNull();
    expect(await seatOf(db, room.roomId, second.userId)).toBe('b');
    expect((await roomSeats(db, room.roomId)).b.sealedName).toBe('new name');
    const third = await joiner(db, await invite(db, room));
    expect((await redeemInvitation(db, { ...third, userId: second.userId })).ok).toBe(true);
    expect(await seatOf(db, room.roomId, second.userId)).toBe('b');
  });

  it('gives who kept the seat and lost the keys the key it brings, and the seat again', async () => {
    const { db, room, join } = await scene();
    await redeemInvitation(db, join);
    const invitation = await invite(db, room);
    const again = { ...(await joiner(db, invitation)), userId: join.userId };
    const open = { standing: 'open', roomId: room.roomId, seat: 'b', wrappedKey: 'wrapped key' };
    expect(await visitorStanding(db, join.userId, again)).toEqual({ ...open, seated: true });
    expect(await visitorStanding(db, fresh.user(), again)).toEqual({ ...open, seated: false });
    expect(await visitorStanding(db, null, again)).toEqual({ ...open, seated: false });
    expect(await visitorStanding(db, room.userId, again)).toEqual({ standing: 'own' });
    const seat = { ok: true, value: { roomId: room.roomId, seat: 'b' } };
    expect(await redeemInvitation(db, again)).toEqual(seat);
    expect(await seatOf(db, room.roomId, join.userId)).toBe('b');
    const yours = await visitorStanding(db, join.userId, again);
    expect(yours).toEqual({ ...open, standing: 'yours', seated: true });
    const used = { ...again, claimHash: fresh.digest() };
    const seated = { standing: 'seated', roomId: room.roomId };
    expect(await visitorStanding(db, join.userId, used)).toEqual(seated);
    expect(await visitorStanding(db, room.userId, used)).toEqual(seated);
  });

  it('does not let an older claim take back a seat that was given anew', async () => {
    const { db, room, join } = await scene();
    await redeemInvitation(db, join);
    const next = await joiner(db, await invite(db, room));
    expect(await redeemInvitation(db, join)).toEqual({ ok: false, reason: 'withdrawn' });
    await redeemInvitation(db, next);
    expect((await redeemInvitation(db, join)).ok).toBe(false);
    expect(await seatOf(db, room.roomId, next.userId)).toBe('b');
  });

  it('withdraws the earlier ones for its seat, and not those for the other', async () => {
    const { db, room, invitation, join, standing } = await scene();
    const forA = await invite(db, room, otherSeat('b'));
    expect((await standing()).standing).toBe('open');
    await invite(db, room);
    expect((await standing()).standing).toBe('withdrawn');
    expect(await redeemInvitation(db, join)).toEqual({ ok: false, reason: 'withdrawn' });
    const rows = await db.invitation.findMany({ where: { withdrawnAt: { not: null } } });
    expect(rows.map(({ id, wrappedKey }) => [id, wrappedKey])).toEqual([
      [invitation.invitationId, null],
    ]);
    const asked = { ...forA, claimHash: null, now: made + 1 };
    expect((await invitationStanding(db, asked)).standing).toBe('open');
  });

  it('can be withdrawn, by its own room, and then leads nowhere', async () => {
    const { db, room, invitation, join, standing } = await scene();
    const elsewhere = await ownedRoom(db);
    const foreign = { ...invitation, roomId: elsewhere.roomId };
    expect(await withdrawInvitation(db, foreign)).toBe(false);
    expect((await standing()).standing).toBe('open');
    for (const _ of [1, 2]) expect(await withdrawInvitation(db, invitation)).toBe(true);
    expect(await standing()).toEqual({ standing: 'withdrawn' });
    expect(await redeemInvitation(db, join)).toEqual({ ok: false, reason: 'withdrawn' });
    expect(await openInvitation(db, room.roomId, made)).toBeNull();
  });

  it('runs out after 72 hours to the millisecond, and its key is forgotten', async () => {
    const { db, room, join, standing, invitation } = await scene();
    expect(invitationTerm).toBe(259_200_000);
    const end = made + invitationTerm;
    expect((await standing({ now: end - 1 })).standing).toBe('open');
    expect(await standing({ now: end })).toEqual({ standing: 'expired' });
    expect(await openInvitation(db, room.roomId, end)).toBeNull();
    expect(await redeemInvitation(db, { ...join, now: end })).toEqual({
      ok: false,
      reason: 'expired',
    });
    await forgetSpentKeys(db, end - 1);
    expect((await standing()).standing).toBe('open');
    await forgetSpentKeys(db, end);
    expect(await standing({ now: end })).toEqual({ standing: 'expired' });
    expect(
      (await db.invitation.findFirst({ where: { id: invitation.invitationId } }))?.wrappedKey,
    ).toBeNull();
  });
});
