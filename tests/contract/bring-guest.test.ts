import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Email } from '#lib/account.ts';
import type { RoomId, UserId } from '#lib/dialogue/id.ts';
import { HolderId, PublicKey } from '#lib/keyholder.ts';
import { createAccount } from '#prisma/accounts.ts';
import { authTerms, beginAuthSession } from '#prisma/auth-sessions.ts';
import { bringGuest } from '#prisma/bring-guest.ts';
import type { Database } from '#prisma/client.ts';
import { makeInvitation } from '#prisma/invitations.ts';
import { holdKeys, keyholdersIn } from '#prisma/keyholders.ts';
import { keyStateOf } from '#prisma/room-epochs.ts';
import { roomsOf, seatOf } from '#prisma/rooms.ts';
import { createUser } from '#prisma/users.ts';
import { keysEntry, passwordEntry } from '#tests/support/owner.ts';
import { connectionTo, databaseFile, fresh, ownedRoom } from './database-file.ts';

const now = 1_764_000_000_000;

async function accountFor(db: Database, userId: UserId): Promise<void> {
  const email = v.parse(Email, `${userId.toLowerCase()}@home.be`);
  const { passwordWrap } = passwordEntry('one');
  const entry = { ...keysEntry('one'), passwordWrap, passwordHash: 'hash' };
  const made = { ...entry, userId, email, role: 'partner', consent: 1, now } as const;
  expect(await createAccount(db, made)).toBe(true);
}

/** A guest with a room and its key, and an account with another. */
async function stage() {
  const db = await connectionTo(await databaseFile());
  const { roomId, userId: guestId } = await ownedRoom(db);
  const { roomId: other, userId } = await ownedRoom(db);
  await accountFor(db, userId);
  const begun = { userId: guestId, way: 'guest', device: '', term: authTerms.guest, now } as const;
  await beginAuthSession(db, begun);
  return { db, roomId, guestId, other, userId, holder: await hold(db, roomId, guestId) };
}

async function hold(db: Database, roomId: RoomId, userId: UserId): Promise<HolderId> {
  const id = v.parse(HolderId, fresh.user());
  const publicKey = v.parse(PublicKey, `B${id}`.padEnd(87, 'A'));
  const holder = { id, kind: 'device', publicKey, tag: fresh.digest(), epoch: 1 } as const;
  expect((await holdKeys(db, { roomId, userId, holder, envelope: 'own', now })).ok).toBe(true);
  return id;
}

describe('A guest who signs in to an account', () => {
  it('brings along the rooms, each with its keys, and is gone', async () => {
    const { db, roomId, guestId, other, userId, holder } = await stage();
    await bringGuest(db, { guestId, userId, now });
    await bringGuest(db, { guestId, userId, now });
    const rooms = (await roomsOf(db, userId)).map((room) => room.roomId);
    expect(rooms.toSorted()).toEqual([roomId, other].toSorted());
    expect(await roomsOf(db, guestId)).toEqual([]);
    expect(await seatOf(db, roomId, userId)).toBe('a');
    const seat = await db.seat.findFirstOrThrow({ where: { roomId } });
    expect(seat).toMatchObject({ sealedName: 'sealed name of a', takenAt: 1_000n, leftAt: null });
    expect((await keyholdersIn(db, roomId)).map(({ id }) => id)).toEqual([holder]);
    expect(await db.keyEnvelope.count({ where: { holderId: holder } })).toBe(1);
    expect((await keyStateOf(db, roomId)).rotationDue).toBe(false);
    expect(await db.authSession.count({ where: { userId: guestId, endedAt: null } })).toBe(0);
  });

  it('leaves a seat where the account already has the other one', async () => {
    const { db, guestId, other, userId } = await stage();
    const seat = { roomId: other, seat: 'b', userId: guestId, sealedName: 'b', takenAt: 1 };
    await db.seat.create({ data: seat });
    await bringGuest(db, { guestId, userId, now });
    expect(await seatOf(db, other, userId)).toBe('a');
    expect(await seatOf(db, other, guestId)).toBe('b');
  });

  it('has no link that leads to the seat any more; one to the partner’s stays', async () => {
    const { db, roomId, guestId, userId } = await stage();
    const invite = async (seat: 'a' | 'b') => {
      const invitation = { invitationId: fresh.invitation(), tokenHash: fresh.digest() };
      await makeInvitation(db, { ...invitation, roomId, seat, wrappedKey: 'w', now });
      return invitation.invitationId;
    };
    const [own, partners] = [await invite('a'), await invite('b')];
    await bringGuest(db, { guestId, userId, now: now + 1 });
    const open = await db.invitation.findMany({ where: { withdrawnAt: null } });
    expect(open.map(({ id }) => id)).toEqual([partners]);
    const row = await db.invitation.findUniqueOrThrow({ where: { id: own } });
    expect(row).toMatchObject({ wrappedKey: null, withdrawnAt: BigInt(now + 1) });
  });

  it('but had an account, keeps everything', async () => {
    const { db, roomId, guestId, userId } = await stage();
    await accountFor(db, guestId);
    await bringGuest(db, { guestId, userId, now });
    expect(await seatOf(db, roomId, guestId)).toBe('a');
    expect(await db.authSession.count({ where: { userId: guestId, endedAt: null } })).toBe(1);
  });

  it('brings all or nothing', async () => {
    const { db, roomId, guestId, holder } = await stage();
    const nobody = fresh.user();
    await expect(bringGuest(db, { guestId, userId: nobody, now })).rejects.toThrow();
    await createUser(db, nobody);
    expect(await seatOf(db, roomId, guestId)).toBe('a');
    expect((await keyholdersIn(db, roomId)).map(({ id }) => id)).toEqual([holder]);
  });
});
