import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addApp, nextStep, totpOf } from '#tests/support/app-codes.ts';
import { House } from '#tests/support/house.ts';
import {
  authKeyOf,
  keysEntry,
  passwordEntry,
  proofOf,
  signIn,
  ticketIn,
  ticketInLink,
} from '#tests/support/owner.ts';
import type { Visitor } from '#tests/support/visitor.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

let made = 0;

/** Lets a browser hold the keys of a room, and tell that it does. */
async function holds(visitor: Visitor, roomId: string, userId: string): Promise<string> {
  made += 1;
  const id = String(made).padStart(22, '0');
  const publicKey = 'B'.padEnd(87, 'A');
  const holder = { roomId, id, userId, kind: 'device', publicKey, tag: 't', epoch: 1, addedAt: 1 };
  await house.db.keyholder.create({ data: holder });
  const told = await visitor.account('auth-sessions/here', { holderId: id });
  expect(told).toMatchObject({ status: 200, body: {} });
  return id;
}

/** An owner with a room, signed in on two devices that hold its keys. */
async function atHome() {
  const guest = house.visitor();
  const roomId = await guest.startRoom();
  const owner = await house.owner({ visitor: guest });
  const phone = house.visitor();
  await signIn(phone, owner.email, owner.password);
  const { visitor, userId } = owner;
  const here = await holds(visitor, roomId, userId);
  const there = await holds(phone, roomId, userId);
  const left = async () => {
    const holders = await house.db.keyholder.findMany({ where: { roomId, removedAt: null } });
    return holders.map(({ id }) => id).toSorted();
  };
  return { ...owner, roomId, phone, here, there, left };
}

/** As if these stays had begun so long ago. */
async function longAgo(userId: string, minutes = 11): Promise<void> {
  const createdAt = Date.now() - minutes * 60_000;
  await house.db.authSession.updateMany({ where: { userId }, data: { createdAt } });
}

describe('The keys of a device go', () => {
  it('when somebody signs out there', async () => {
    const { phone, here, left, roomId } = await atHome();
    await phone.signOut();
    expect(await left()).toEqual([here]);
    const room = await house.db.room.findUniqueOrThrow({ where: { id: roomId } });
    expect(room).toMatchObject({ epoch: 1, dueEpoch: 2 });
  });

  it('when its stay is ended from the list, or all others are', async () => {
    const { visitor, userId, here, there, left } = await atHome();
    const stay = await house.db.authSession.findFirstOrThrow({
      where: { userId, holderId: there },
    });
    await visitor.account('auth-sessions/end', { id: stay.id, proof: null });
    expect(await left()).toEqual([here]);
    const again = await atHome();
    await again.visitor.account('auth-sessions/end', { id: null, proof: null });
    expect(await again.left()).toEqual([again.here]);
  });

  it('when the password is changed, and all of them when it is reset', async () => {
    const { visitor, email, password, here, left } = await atHome();
    const change = { ...proofOf(password), ...passwordEntry('another one') };
    expect((await visitor.account('password', change)).status).toBe(200);
    expect(await left()).toEqual([here]);
    await house.mailbox.next(email);
    await visitor.account('reset/ask', { email, language: 'nl' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    const finish = { ...passwordEntry('a third one'), ticket, keys: keysEntry('somebody') };
    expect((await visitor.account('reset/finish', finish)).status).toBe(200);
    expect(await left()).toEqual([]);
  });

  it('when whoever runs the server puts everybody out', async () => {
    const { email, left } = await atHome();
    expect(await house.command('end', email)).toMatchObject({ code: 0 });
    expect(await left()).toEqual([]);
  });

  it('not when somebody signs in again with the same browser', async () => {
    const { visitor, email, password, here, there, left } = await atHome();
    await signIn(visitor, email, password);
    expect(await left()).toEqual([here, there].toSorted());
    await visitor.signOut();
    expect(await left()).toEqual([there]);
  });
});

describe('A change of who comes in', () => {
  const asked = (visitor: Visitor, proof: unknown) =>
    Promise.all([
      visitor.account('passkey/register-options', { proof }),
      visitor.account('passkey/remove', { id: 'none', proof }),
      visitor.account('totp/begin', { proof }),
      visitor.account('auth-sessions/end', { id: null, proof }),
    ]);

  it('takes proof of whoever came in more than ten minutes ago', async () => {
    const { visitor, phone, password, userId } = await house.owner().then(async (owner) => {
      const other = house.visitor();
      await signIn(other, owner.email, owner.password);
      return { ...owner, phone: other };
    });
    await longAgo(userId);
    for (const { status, body } of await asked(visitor, null)) {
      expect({ status, body }).toEqual({ status: 403, body: { reason: 'proof' } });
    }
    const wrong = proofOf('wrong').proof;
    expect((await visitor.account('totp/begin', { proof: wrong })).body).toEqual({
      reason: 'proof',
    });
    expect((await phone.get('/api/account/overview')).status).toBe(200);
    const elsewhere = house.visitor();
    elsewhere.jar.set('weerklank-auth', visitor.jar.get('weerklank-auth') ?? '');
    const { proof } = proofOf(password);
    const end = { id: null, proof };
    expect((await elsewhere.account('auth-sessions/end', end)).status).toBe(200);
    expect((await phone.get('/api/account/overview')).status).toBe(403);
    expect((await elsewhere.account('totp/begin', { proof })).status).toBe(200);
    expect((await elsewhere.account('passkey/register-options', { proof })).status).toBe(200);
  });

  it('takes a code of the app as well, where there is one', async () => {
    const { visitor, password, userId } = await house.owner();
    const { secret } = await addApp(visitor);
    await longAgo(userId);
    const alone = proofOf(password);
    expect((await visitor.account('passkey/register-options', alone)).status).toBe(403);
    await nextStep(house.db, userId);
    const elsewhere = house.visitor();
    elsewhere.jar.set('weerklank-auth', visitor.jar.get('weerklank-auth') ?? '');
    const both = proofOf(password, totpOf(secret));
    expect((await elsewhere.account('passkey/register-options', both)).status).toBe(200);
  });

  it('takes proof of whoever came in with a link, however short ago', async () => {
    const { email, visitor } = await house.owner();
    await visitor.account('link/ask', { email, language: 'nl' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    const newcomer = house.visitor();
    await newcomer.enter(ticketIn(await newcomer.account('link/open', { ticket })));
    expect((await newcomer.get('/api/account/overview')).status).toBe(200);
    for (const { body } of await asked(newcomer, null)) expect(body).toEqual({ reason: 'proof' });
  });

  it('takes no proof of a therapist who just made the account', async () => {
    const { visitor } = await house.owner({ role: 'therapist' });
    expect((await addApp(visitor)).codes).toHaveLength(10);
  });
});

describe('A guest with a room who signs in to an account', () => {
  it('with the password brings the room along', async () => {
    const { email, password, userId } = await house.owner();
    const guest = house.visitor();
    const roomId = await guest.startRoom();
    const copied = guest.thief();
    await signIn(guest, email, password);
    expect((await guest.get(`/api/rooms/${roomId}/sessions`)).status).toBe(200);
    expect((await copied.get(`/api/rooms/${roomId}/sessions`)).status).toBe(404);
    const seat = await house.db.seat.findFirstOrThrow({ where: { roomId } });
    expect(seat.userId).toBe(userId);
  });

  it('with a link, which may be somebody else’s, does not', async () => {
    const { email, visitor, userId } = await house.owner();
    await visitor.account('link/ask', { email, language: 'nl' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    const guest = house.visitor();
    const roomId = await guest.startRoom();
    await guest.enter(ticketIn(await guest.account('link/open', { ticket })));
    expect((await guest.get(`/api/rooms/${roomId}/sessions`)).status).toBe(404);
    const seat = await house.db.seat.findFirstOrThrow({ where: { roomId } });
    expect(seat.userId).not.toBe(userId);
  });

  it('is nobody’s business but theirs: a wrong password brings nothing', async () => {
    const { email } = await house.owner();
    const guest = house.visitor();
    const roomId = await guest.startRoom();
    await guest.account('sign-in', { email, authKey: authKeyOf('wrong'), stay: false });
    expect((await guest.get(`/api/rooms/${roomId}/sessions`)).status).toBe(200);
  });
});
