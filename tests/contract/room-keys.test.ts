import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { RoomId, UserId } from '#lib/dialogue/id.ts';
import { HolderId, mostHolders, PublicKey, type Rotation } from '#lib/keyholder.ts';
import type { KeysRequest } from '#lib/room-keys.ts';
import type { Database } from '#prisma/client.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { makeInvitation, openInvitation } from '#prisma/invitations.ts';
import { exchangeKeys } from '#prisma/key-exchange.ts';
import { holdKeys, keyholdersIn } from '#prisma/keyholders.ts';
import { redeemInvitation } from '#prisma/redemption.ts';
import { keyStateOf, rotateKeys } from '#prisma/room-epochs.ts';
import { openSession } from '#prisma/sessions.ts';
import { createUser } from '#prisma/users.ts';
import { keyholdersOf, removeKeyholder } from '#tests/support/own-keyholders.ts';
import { connectionTo, databaseFile, exercise, fresh, ownedRoom } from './database-file.ts';
import { cueAt, wordsAt } from './event-arbitrary.ts';

const stale = { ok: false, reason: 'stale-epoch' };
const done = { ok: true, value: null };

async function stage() {
  const db = await connectionTo(await databaseFile());
  const { roomId, userId } = await ownedRoom(db);
  return { db, roomId, userId, other: await joined(db, roomId) };
}

/** Somebody new in seat b. */
async function joined(db: Database, roomId: RoomId): Promise<UserId> {
  const userId = fresh.user();
  await createUser(db, userId);
  const [invitationId, tokenHash] = [fresh.invitation(), fresh.digest()];
  const invitation = { invitationId, roomId, seat: 'b', tokenHash, wrappedKey: 'x' } as const;
  await makeInvitation(db, { ...invitation, now: 1_500 });
  const claimHash = fresh.digest();
  const redemption = { invitationId, tokenHash, claimHash, userId, sealedName: 'b', now: 1_600 };
  expect((await redeemInvitation(db, redemption)).ok).toBe(true);
  return userId;
}

let holders = 0;

function holderAt(epoch: number) {
  holders += 1;
  const id = v.parse(HolderId, String(holders).padStart(22, '0'));
  const publicKey = v.parse(PublicKey, String(holders).padStart(87, 'B'));
  return { id, kind: 'device', publicKey, tag: fresh.digest(), epoch } as const;
}

function rotationTo(epoch: number, ...ids: readonly HolderId[]): Rotation {
  const staying = ids.map((id) => ({ id, tag: fresh.digest(), envelope: `for ${id} at ${epoch}` }));
  const sealedPrevious = `before ${epoch}, ${fresh.digest()}`;
  return { epoch, sealedPrevious, seen: [...ids], holders: staying };
}

describe('A keyholder', () => {
  it('is registered once, and vouched for anew with the key in use', async () => {
    const { db, roomId, userId, other } = await stage();
    const holder = holderAt(1);
    const holding = { roomId, userId, holder, envelope: null, now: 3_000 };
    expect(await holdKeys(db, holding)).toEqual(done);
    const again = { ...holder, tag: fresh.digest() };
    expect(await holdKeys(db, { ...holding, holder: again, envelope: 'own' })).toEqual(done);
    expect(await keyholdersIn(db, roomId)).toEqual([{ ...again, seat: 'a' }]);
    expect(await holdKeys(db, { ...holding, holder: { ...holder, epoch: 2 } })).toEqual(stale);
    expect(await holdKeys(db, { ...holding, userId: other })).toEqual({
      ok: false,
      reason: 'not-yours',
    });
    const { publicKey } = holderAt(1);
    expect((await holdKeys(db, { ...holding, holder: { ...holder, publicKey } })).ok).toBe(false);
  });

  it('is one of so many at most', async () => {
    const { db, roomId, userId, other } = await stage();
    const hold = (who: UserId) =>
      holdKeys(db, { roomId, userId: who, holder: holderAt(1), envelope: null, now: 3_000 });
    for (let count = 0; count < mostHolders; count += 1) expect(await hold(userId)).toEqual(done);
    expect(await hold(userId)).toEqual({ ok: false, reason: 'too-many' });
    expect(await hold(other)).toEqual(done);
  });

  it('that is removed loses its envelopes, makes the room due, and does not come back by itself', async () => {
    const { db, roomId, userId } = await stage();
    const [lost, kept] = [holderAt(1), holderAt(1)];
    const holding = { roomId, userId, envelope: 'own', now: 3_000 };
    await holdKeys(db, { ...holding, holder: lost });
    await holdKeys(db, { ...holding, holder: kept });
    expect((await keyholdersOf(db, userId)).map(({ id }) => id).sort()).toEqual(
      [lost.id, kept.id].sort(),
    );
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 1, rotationDue: false });
    await removeKeyholder(db, { userId, of: { holderId: lost.id }, now: 4_000 });
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 1, rotationDue: true });
    expect((await db.keyEnvelope.findMany()).map(({ holderId }) => holderId)).toEqual([kept.id]);
    expect(await holdKeys(db, { ...holding, holder: lost })).toEqual(stale);

    const rotating = { roomId, by: 'a', leaveOut: null, now: 5_000 } as const;
    const rotation = rotationTo(2, kept.id, lost.id);
    expect(await rotateKeys(db, { ...rotating, rotation })).toEqual(done);
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 2, rotationDue: false });
    expect((await keyholdersIn(db, roomId)).map(({ id, epoch }) => [id, epoch])).toEqual([
      [kept.id, 2],
    ]);
    const given = await db.keyEnvelope.findMany({ where: { epoch: 2 } });
    expect(given.map(({ holderId }) => holderId)).toEqual([kept.id]);
    // Someone who has the key of now, from the other or from an account, vouches for it again.
    expect(await holdKeys(db, { ...holding, holder: { ...lost, epoch: 2 } })).toEqual(done);
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 2, rotationDue: false });
  });

  it('may come back as somebody else, on the same device, with a newer key', async () => {
    const { db, roomId, other } = await stage();
    const device = holderAt(1);
    const holding = { roomId, envelope: null, now: 3_000 };
    await holdKeys(db, { ...holding, userId: other, holder: device });
    const anew = await joined(db, roomId);
    expect(await holdKeys(db, { ...holding, userId: anew, holder: device })).toEqual(stale);
    await rotateKeys(db, { roomId, by: 'a', rotation: rotationTo(2), leaveOut: null, now: 4_000 });
    const later = { ...device, epoch: 2 };
    expect(await holdKeys(db, { ...holding, userId: anew, holder: later })).toEqual(done);
    expect(await keyholdersOf(db, anew)).toHaveLength(1);
    expect(await keyholdersOf(db, other)).toEqual([]);
  });

  it('of whoever leaves, or whose seat somebody else is let in to, is one no more', async () => {
    const { db, roomId, userId, other } = await stage();
    for (const who of [userId, other]) {
      const holding = { roomId, userId: who, holder: holderAt(1), envelope: 'own', now: 3_000 };
      await holdKeys(db, holding);
    }
    await joined(db, roomId);
    expect((await keyholdersIn(db, roomId)).map(({ seat }) => seat)).toEqual(['a']);
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 1, rotationDue: true });
    await removeKeyholder(db, { userId, of: { roomId }, now: 4_000 });
    expect(await keyholdersIn(db, roomId)).toEqual([]);
    expect(await db.keyEnvelope.count()).toBe(0);
  });
});

describe('A new key', () => {
  it('is taken once: of many at the same moment one stays, and its answer can be asked again', async () => {
    const { db, roomId } = await stage();
    const rotations = Array.from({ length: 10 }, () => rotationTo(2));
    const rotate = (rotation: Rotation, now = 3_000) =>
      rotateKeys(db, { roomId, by: 'a', rotation, leaveOut: null, now });
    const answers = await Promise.all(rotations.map((rotation) => rotate(rotation)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 9 }, () => stale));
    const winner = rotations[answers.findIndex(({ ok }) => ok)];
    if (!winner) throw new Error('Nobody won');
    expect(await rotate(winner)).toEqual(done);
    for (const epoch of [1, 2, 4]) expect(await rotate(rotationTo(epoch))).toEqual(stale);
    expect(await rotate(rotationTo(3))).toEqual(done);
    expect((await keyStateOf(db, roomId)).epoch).toBe(3);
    // Too late by now to change anything, and still a truth.
    expect(await rotate(winner)).toEqual(done);
    expect((await keyStateOf(db, roomId)).epoch).toBe(3);
  });

  it('leaves nobody out who came while it was made', async () => {
    const { db, roomId, userId, other } = await stage();
    const [mine, late, theirs] = [holderAt(1), holderAt(1), holderAt(1)];
    const holding = { roomId, envelope: null, now: 3_000 };
    await holdKeys(db, { ...holding, userId, holder: mine });
    await holdKeys(db, { ...holding, userId, holder: late });
    await holdKeys(db, { ...holding, userId: other, holder: theirs });
    const rotating = { roomId, by: 'a', leaveOut: 'b', now: 4_000 } as const;
    const former = rotationTo(2, mine.id);
    expect(await rotateKeys(db, { ...rotating, rotation: former })).toEqual(stale);
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 1, rotationDue: false });
    expect(await keyholdersIn(db, roomId)).toHaveLength(3);
    expect(await db.keyEnvelope.count()).toBe(0);
    // Who was seen and is left out all the same was not vouched for.
    const rotation = { ...rotationTo(2, mine.id), seen: [mine.id, late.id] };
    expect(await rotateKeys(db, { ...rotating, rotation })).toEqual(done);
    // And who was left out once holds up nobody after that.
    expect(await rotateKeys(db, { ...rotating, rotation: rotationTo(3, mine.id) })).toEqual(done);
  });

  it('leaves out a seat, and takes the key out of every link', async () => {
    const { db, roomId, userId, other } = await stage();
    const [mine, theirs] = [holderAt(1), holderAt(1)];
    const holding = { roomId, envelope: 'own', now: 3_000 };
    await holdKeys(db, { ...holding, userId, holder: mine });
    await holdKeys(db, { ...holding, userId: other, holder: theirs });
    const [invitationId, tokenHash] = [fresh.invitation(), fresh.digest()];
    const link = { invitationId, roomId, seat: 'b', tokenHash, wrappedKey: 'former key' } as const;
    await makeInvitation(db, { ...link, now: Date.now() });
    expect(await openInvitation(db, roomId, Date.now())).toMatchObject({ invitationId });
    const rotation = rotationTo(2, mine.id, theirs.id);
    await rotateKeys(db, { roomId, by: 'a', rotation, leaveOut: 'b', now: 4_000 });
    expect((await keyholdersIn(db, roomId)).map(({ id }) => id)).toEqual([mine.id]);
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 2, rotationDue: false });
    expect(await openInvitation(db, roomId, Date.now())).toBeNull();
    expect(await db.invitation.count({ where: { wrappedKey: { not: null } } })).toBe(0);
  });

  it('keeps words, and a cue, that were sealed with the one before out of the log', async () => {
    const { db, roomId } = await stage();
    const sessionId = fresh.session();
    await openSession(db, { sessionId, roomId, exercise, now: 2_000 });
    const store = createEventStore(db);
    expect(await store.append(sessionId, wordsAt(1))).toMatchObject({ kind: 'appended' });
    await rotateKeys(db, { roomId, by: 'a', rotation: rotationTo(2), leaveOut: null, now: 3_000 });
    expect(await store.append(sessionId, wordsAt(2))).toEqual({ kind: 'conflict' });
    expect(await store.append(sessionId, cueAt(2))).toEqual({ kind: 'conflict' });
    const anew = { ...wordsAt(2), epoch: 2 };
    expect(await store.append(sessionId, anew)).toMatchObject({ kind: 'appended' });
    const wordless = { ...wordsAt(3), sealed: null, hash: null };
    expect(await store.append(sessionId, wordless)).toMatchObject({ kind: 'appended' });
    expect(await store.append(sessionId, cueAt(4, 2))).toMatchObject({ kind: 'appended' });
    const epochs = (await store.read(sessionId, 0)).map(({ epoch }) => epoch);
    expect(epochs).toEqual([1, 2, 1, 2]);
  });
});

describe('An account', () => {
  it('withdraws the links to its seat, and no others', async () => {
    const { db, roomId, other } = await stage();
    const linkTo = async (seat: 'a' | 'b') => {
      const [invitationId, tokenHash] = [fresh.invitation(), fresh.digest()];
      const invitation = { invitationId, roomId, seat, tokenHash, wrappedKey: seat };
      await makeInvitation(db, { ...invitation, now: Date.now() });
    };
    await linkTo('b');
    await linkTo('a');
    const empty = { passwordHash: '', passwordWrap: '', publicKey: '', sealedPrivateKey: '' };
    const account = { userId: other, email: 'bo@example.org', ...empty };
    await db.account.create({ data: { ...account, passwordChangedAt: 0n, createdAt: 0n } });
    expect(await openInvitation(db, roomId, Date.now())).toMatchObject({ seat: 'a' });
    const left = await db.invitation.findMany({ where: { withdrawnAt: null, redeemedAt: null } });
    expect(left.map(({ seat }) => seat)).toEqual(['a']);
  });
});

describe('Asking about keys', () => {
  it('tells one with a seat what is sealed for them, and writes down that they read it', async () => {
    const { db, roomId, userId, other } = await stage();
    const [mine, theirs] = [holderAt(1), holderAt(1)];
    const ask = (who: UserId, request: KeysRequest) =>
      exchangeKeys(db, { roomId, userId: who, request, now: 3_000 });
    await ask(userId, { ask: 'hold', holder: mine, envelope: 'own' });
    await ask(other, { ask: 'hold', holder: theirs, envelope: null });
    const rotation = rotationTo(2, mine.id, theirs.id);
    expect(await ask(other, { ask: 'rotate', rotation })).toEqual({ ok: true });
    const found = await ask(userId, { ask: 'fetch', holderId: mine.id });
    expect(found).toMatchObject({
      ok: true,
      seat: 'a',
      epoch: 2,
      rotationDue: false,
      envelopes: [
        { epoch: 1, envelope: 'own' },
        { epoch: 2, envelope: `for ${mine.id} at 2` },
      ],
      chain: [{ epoch: 2, sealedPrevious: rotation.sealedPrevious }],
    });
    const foreign = await ask(userId, { ask: 'fetch', holderId: theirs.id });
    expect(foreign).toMatchObject({ ok: true, envelopes: [] });
    const readings = await db.reading.findMany();
    expect(readings.map(({ seat, what }) => [seat, what])).toEqual([
      ['a', 'keys'],
      ['a', 'keys'],
    ]);
  });

  it('gives nothing to anyone else, and nothing that could not be written down', async () => {
    const { db, roomId, userId } = await stage();
    const stranger = fresh.user();
    await createUser(db, stranger);
    const holder = holderAt(1);
    const requests: KeysRequest[] = [
      { ask: 'fetch', holderId: holder.id },
      { ask: 'hold', holder, envelope: null },
      { ask: 'rotate', rotation: rotationTo(2) },
    ];
    const notFound = { ok: false, reason: 'not-found' };
    for (const request of requests) {
      const asked = { roomId, userId: stranger, request, now: 3_000 };
      expect(await exchangeKeys(db, asked)).toEqual(notFound);
      const nowhere = { ...asked, roomId: fresh.room(), userId };
      expect(await exchangeKeys(db, nowhere)).toEqual(notFound);
    }
    expect(await keyStateOf(db, roomId)).toEqual({ epoch: 1, rotationDue: false });
    expect(await db.reading.count()).toBe(0);
    await db.$queryRaw`PRAGMA query_only = ON`;
    const request = { ask: 'fetch', holderId: holder.id } as const;
    const answer = await exchangeKeys(db, { roomId, userId, request, now: 3_000 });
    expect(answer).toEqual({ ok: false, reason: 'storage' });
    await db.$queryRaw`PRAGMA query_only = OFF`;
  });
});
