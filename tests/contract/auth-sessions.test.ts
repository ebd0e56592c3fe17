import { encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import { type AuthSessionId, authCookieName } from '#lib/auth.ts';
import type { UserId } from '#lib/dialogue/id.ts';
import {
  type AuthTerm,
  authSessionsOf,
  authTerms,
  beginAuthSession,
  endAuthSession,
  endOtherAuthSessions,
  forgetSpentAuthSessions,
  seeAuthSessions,
  visitOf,
} from '#prisma/auth-sessions.ts';
import type { Database } from '#prisma/client.ts';
import { evictionsAfter } from '#prisma/news.ts';
import { createUser } from '#prisma/users.ts';
import { keys } from '#tests/support/realtime-settings.ts';
import { connectionTo, databaseFile, fresh } from './database-file.ts';

const start = 1_764_000_000_000;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

async function cookieFor(sub: string, sid?: AuthSessionId): Promise<string> {
  const token = await encode({ token: { sub, ...(sid ? { sid } : {}) }, secret: keys.secret });
  return `${authCookieName(false)}=${token}`;
}

async function signedIn(term: AuthTerm) {
  const db = await connectionTo(await databaseFile());
  const userId = fresh.user();
  await createUser(db, userId);
  const begun = { userId, way: 'password', device: 'Firefox, Android', term, now: start } as const;
  const sid = await beginAuthSession(db, begun);
  const cookie = await cookieFor(userId, sid);
  const at = (now: number) => visitOf(db, cookie, keys, now);
  return { db, userId, sid, at };
}

const evictions = async (db: Database) =>
  (await evictionsAfter(db, { eviction: 0, roomChange: 0 })).map((one) => one.authSessionId);

describe('An auth session', () => {
  it.each([
    ['a guest', authTerms.guest, 90 * day, 400 * day],
    ['an account', authTerms.account, 30 * minute, 12 * hour],
    ['an account on a device of one’s own', authTerms.remembered, 30 * day, 30 * day],
  ])('of %s has its terms', (_, term, idle, most) => {
    expect(term).toEqual({ idle, most });
  });

  it('counts until it stood idle for its term, and a visit begins that anew', async () => {
    const { userId, sid, at } = await signedIn(authTerms.account);
    const visit = { userId, authSessionId: sid, way: 'password', since: start };
    expect(await at(start + 29 * minute)).toEqual(visit);
    expect(await at(start + 58 * minute)).toEqual(visit);
    expect(await at(start + 58 * minute + 30 * minute)).toBeNull();
    // Nothing brings it back, not even the clock.
    expect(await at(start + 59 * minute)).toEqual(visit);
  });

  it('has an id of 128 bits, of which none is the same in all', async () => {
    const { db, userId } = await signedIn(authTerms.account);
    const begun = { userId, way: 'password', device: '', term: authTerms.account } as const;
    const made = Array.from({ length: 64 }, () => beginAuthSession(db, { ...begun, now: start }));
    const ids = (await Promise.all(made)).map((id) => [...Buffer.from(id, 'base64url')]);
    const bits = ids.map((id) => id.map((byte) => byte.toString(2).padStart(8, '0')).join(''));
    for (let at = 0; at < 128; at += 1) {
      expect([at, new Set(bits.map((one) => one[at])).size]).toEqual([at, 2]);
    }
    expect(bits.every((one) => one.length === 128)).toBe(true);
  });

  it('counts no longer than its longest, however often there is a visit', async () => {
    const { at, db, sid } = await signedIn(authTerms.account);
    for (let now = start; now < start + 12 * hour; now += 20 * minute) {
      expect(await at(now)).not.toBeNull();
    }
    expect(await at(start + 12 * hour)).toBeNull();
    expect((await seeAuthSessions(db, [sid], start + 12 * hour)).size).toBe(0);
  });

  it('lasts as long as a socket is open that is seen', async () => {
    const { db, sid, at } = await signedIn(authTerms.account);
    for (let now = start; now < start + 2 * hour; now += minute) {
      expect((await seeAuthSessions(db, [sid], now)).has(sid)).toBe(true);
    }
    expect(await at(start + 2 * hour)).not.toBeNull();
  });

  it('is ended by its own user, and then nobody is let in and its sockets go', async () => {
    const { db, userId, sid, at } = await signedIn(authTerms.remembered);
    const stranger = fresh.user();
    await endAuthSession(db, { userId: stranger, authSessionId: sid, now: start + 1 });
    expect(await at(start + 2)).not.toBeNull();
    expect(await evictions(db)).toEqual([]);
    await endAuthSession(db, { userId, authSessionId: sid, now: start + 3 });
    await endAuthSession(db, { userId, authSessionId: sid, now: start + 4 });
    expect(await at(start + 5)).toBeNull();
    expect((await seeAuthSessions(db, [sid], start + 5)).size).toBe(0);
    expect(await evictions(db)).toEqual([sid]);
  });

  it('stays when all others end', async () => {
    const { db, userId, sid, at } = await signedIn(authTerms.remembered);
    const another = () =>
      beginAuthSession(db, {
        userId,
        way: 'email',
        device: '',
        term: authTerms.account,
        now: start,
      });
    const others = [await another(), await another()];
    const listed = await authSessionsOf(db, userId, start);
    expect(listed.map(({ id }) => id).toSorted()).toEqual([sid, ...others].toSorted());
    await endOtherAuthSessions(db, { userId, but: sid, now: start + 1 });
    expect((await authSessionsOf(db, userId, start + 2)).map(({ id }) => id)).toEqual([sid]);
    expect((await evictions(db)).toSorted()).toEqual(others.toSorted());
    await endOtherAuthSessions(db, { userId, but: null, now: start + 3 });
    expect(await at(start + 4)).toBeNull();
  });

  it('ends with its user', async () => {
    const { db, userId, sid, at } = await signedIn(authTerms.remembered);
    await db.user.delete({ where: { id: userId } });
    expect(await at(start + 1)).toBeNull();
    expect(await evictions(db)).toEqual([sid]);
  });

  it('is nobody else’s, whatever the cookie says', async () => {
    const { db, sid } = await signedIn(authTerms.remembered);
    const other = fresh.user();
    await createUser(db, other);
    expect(await visitOf(db, await cookieFor(other, sid), keys, start + 1)).toBeNull();
    expect(await visitOf(db, await cookieFor(other), keys, start + 1)).toBeNull();
  });

  it('is forgotten a month after it ended', async () => {
    const { db, userId, sid } = await signedIn(authTerms.account);
    await endAuthSession(db, { userId, authSessionId: sid, now: start });
    await forgetSpentAuthSessions(db, start + 29 * day);
    expect(await db.authSession.count()).toBe(1);
    await forgetSpentAuthSessions(db, start + 31 * day);
    expect(await db.authSession.count()).toBe(0);
  });
});

describe('A cookie of before there were auth sessions', () => {
  it('counts as the auth session with the id of its user', async () => {
    const db = await connectionTo(await databaseFile());
    const userId: UserId = fresh.user();
    await createUser(db, userId);
    const cookie = await cookieFor(userId);
    expect(await visitOf(db, cookie, keys, start)).toBeNull();
    await db.authSession.create({
      data: {
        id: userId,
        userId,
        way: 'guest',
        device: '',
        createdAt: start,
        seenAt: start,
        idleTerm: authTerms.guest.idle,
        expiresAt: start + authTerms.guest.most,
      },
    });
    expect(await visitOf(db, cookie, keys, start + day)).toEqual({
      userId,
      authSessionId: userId,
      way: 'guest',
      since: start,
    });
  });
});
