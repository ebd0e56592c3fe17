import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { AuthSessionId } from '#lib/auth.ts';
import type { UserId } from '#lib/dialogue/id.ts';
import { HolderId, type HolderKind, PublicKey } from '#lib/keyholder.ts';
import {
  authTerms,
  beginAuthSession,
  endAuthSession,
  endOtherAuthSessions,
  forgetSpentAuthSessions,
  tellHolder,
} from '#prisma/auth-sessions.ts';
import { holdKeys } from '#prisma/keyholders.ts';
import { keyStateOf } from '#prisma/room-epochs.ts';
import { createRoom } from '#prisma/rooms.ts';
import { keyholdersOf } from '#tests/support/own-keyholders.ts';
import { connectionTo, databaseFile, fresh, ownedRoom } from './database-file.ts';

const start = 1_764_000_000_000;
const minute = 60_000;
const day = 24 * 60 * minute;

/** Somebody with two rooms, and what they can do with devices. */
async function atHome() {
  const db = await connectionTo(await databaseFile());
  const { roomId, userId } = await ownedRoom(db);
  const second = fresh.room();
  await createRoom(db, { roomId: second, userId, sealedName: 'v1.a.b', now: start });
  const rooms = [roomId, second];

  const begin = (more: { replaces?: AuthSessionId; now?: number } = {}) =>
    beginAuthSession(db, {
      userId,
      way: 'password',
      device: '',
      term: authTerms.account,
      now: start,
      ...more,
    });
  const hold = async (of: UserId = userId, kind: HolderKind = 'device') => {
    const id = v.parse(HolderId, fresh.user());
    const publicKey = v.parse(PublicKey, `B${id}`.padEnd(87, 'A'));
    const holder = { id, kind, publicKey, tag: fresh.digest(), epoch: 1 } as const;
    for (const room of rooms) {
      const held = { roomId: room, userId: of, holder, envelope: 'sealed', now: start };
      await holdKeys(db, held);
    }
    return id;
  };
  const stay = async (holderId: HolderId, more: Parameters<typeof begin>[0] = {}) => {
    const authSessionId = await begin(more);
    await tellHolder(db, { authSessionId, holderId });
    return authSessionId;
  };
  const end = (authSessionId: AuthSessionId, now = start + minute) =>
    endAuthSession(db, { userId, authSessionId, now });
  const left = async () => (await keyholdersOf(db, userId)).map(({ id }) => id).toSorted();
  const due = async () => {
    const states = await Promise.all(rooms.map((room) => keyStateOf(db, room)));
    return states.map(({ rotationDue }) => rotationDue);
  };
  return { db, userId, begin, hold, stay, end, left, due };
}

describe('Ending a stay', () => {
  it('takes the keys of its device away, in every room, and makes each due for a new one', async () => {
    const { db, hold, stay, end, left, due } = await atHome();
    const [phone, laptop] = [await hold(), await hold()];
    const lost = await stay(phone);
    await stay(laptop);
    expect(await due()).toEqual([false, false]);
    await end(lost);
    expect(await left()).toEqual([laptop]);
    expect(await due()).toEqual([true, true]);
    expect(await db.keyEnvelope.count({ where: { holderId: phone } })).toBe(0);
  });

  it('takes nothing from somebody who is there with the same browser by another stay', async () => {
    const { hold, stay, end, left, due } = await atHome();
    const phone = await hold();
    const [first, second] = [await stay(phone), await stay(phone)];
    await end(first);
    expect(await left()).toEqual([phone]);
    expect(await due()).toEqual([false, false]);
    await end(second);
    expect(await left()).toEqual([]);
  });

  it('takes the keys when that other stay stood idle meanwhile', async () => {
    const { hold, stay, end, left } = await atHome();
    const phone = await hold();
    await stay(phone);
    const later = start + 31 * minute;
    await end(await stay(phone, { now: later }), later);
    expect(await left()).toEqual([]);
  });

  it('of all others leaves the keys of this device, and of every one only those of the account', async () => {
    const { db, userId, hold, stay, left } = await atHome();
    const [phone, laptop, tablet] = [await hold(), await hold(), await hold()];
    const account = await hold(userId, 'account');
    const here = await stay(laptop);
    await stay(laptop);
    for (const holder of [phone, phone, tablet]) await stay(holder);
    await endOtherAuthSessions(db, { userId, but: here, now: start + 1 });
    expect(await left()).toEqual([laptop, account].toSorted());
    await endOtherAuthSessions(db, { userId, but: null, now: start + 2 });
    expect(await left()).toEqual([account]);
  });

  it('takes the keys of nobody else, and not those of the account', async () => {
    const { db, userId, hold, stay, end, left } = await atHome();
    const stranger = await ownedRoom(db);
    const theirs = await hold(stranger.userId);
    const account = await hold(userId, 'account');
    for (const holder of [theirs, account]) await end(await stay(holder));
    expect(await left()).toEqual([account]);
    expect((await keyholdersOf(db, stranger.userId)).map(({ id }) => id)).toEqual([theirs]);
  });

  it('that stood idle or ran out takes nothing, also when it is forgotten', async () => {
    const { db, hold, stay, left, due } = await atHome();
    const phone = await hold();
    await stay(phone);
    await forgetSpentAuthSessions(db, start + 60 * day);
    expect(await db.authSession.count()).toBe(0);
    expect(await left()).toEqual([phone]);
    expect(await due()).toEqual([false, false]);
  });

  it('that another of the same browser replaces leaves the keys where they are', async () => {
    const { hold, stay, begin, end, left } = await atHome();
    const phone = await hold();
    const before = await stay(phone);
    const now = await begin({ replaces: before });
    await end(before);
    expect(await left()).toEqual([phone]);
    await end(now);
    expect(await left()).toEqual([]);
  });

  it('is not escaped by telling of another device', async () => {
    const { hold, stay, left, db } = await atHome();
    const [phone, other] = [await hold(), await hold()];
    const authSessionId = await stay(phone);
    await tellHolder(db, { authSessionId, holderId: phone });
    expect(await left()).toEqual([phone, other].toSorted());
    await tellHolder(db, { authSessionId, holderId: other });
    expect(await left()).toEqual([other]);
  });
});
