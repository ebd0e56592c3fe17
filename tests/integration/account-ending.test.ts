import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { addApp, nextStep, totpOf } from '#tests/support/app-codes.ts';
import { House, publicUrl } from '#tests/support/house.ts';
import {
  authKeyOf,
  keysEntry,
  passwordEntry,
  passwordStep,
  proofOf,
  signIn,
  ticketIn,
  ticketInLink,
} from '#tests/support/owner.ts';
import { handshakeFor, RawClient } from '#tests/support/raw-client.ts';
import type { Visitor } from '#tests/support/visitor.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** Opens a socket into a room with the cookies of this visitor: the client, or why not. */
async function knock(visitor: Visitor, roomId: string): Promise<RawClient | string> {
  const shown = { cookie: visitor.cookie, origin: publicUrl, auth: handshakeFor(roomId) };
  const client = await RawClient.enter(house.weerklank.url, shown);
  if (typeof client !== 'string') onTestFinished(() => client.socket.terminate());
  return client;
}

async function enterRoom(visitor: Visitor, roomId: string): Promise<RawClient> {
  const client = await knock(visitor, roomId);
  if (typeof client === 'string') throw new Error(client);
  return client;
}

/** Whoever has these cookies is nobody: on every route, and at the door of the room. */
async function isOut(visitor: Visitor, roomId: string): Promise<void> {
  const asked = [
    await visitor.get('/api/account/overview'),
    await visitor.account('vault'),
    await visitor.account('totp/begin', { proof: null }),
    await visitor.account('passkey/register-options', { proof: null }),
    await visitor.account('auth-sessions/end', { id: null, proof: null }),
    await visitor.account('password', { ...proofOf('x'), ...passwordEntry('y') }),
    await visitor.account('recovery', {
      ...proofOf('x'),
      recoveryWrap: keysEntry('x').recoveryWrap,
    }),
    await visitor.account('backup', proofOf('x')),
    await visitor.account('delete', proofOf('x')),
  ];
  expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 403));
  expect((await visitor.get(`/api/rooms/${roomId}/sessions`)).status).toBe(404);
  expect(await knock(visitor, roomId)).toBe('forbidden');
}

/** An owner with a room, signed in on two devices. */
async function atHome() {
  const guest = house.visitor();
  const roomId = await guest.startRoom();
  const owner = await house.owner({ visitor: guest });
  const phone = house.visitor();
  await signIn(phone, owner.email, owner.password);
  return { ...owner, roomId, phone };
}

describe('Signing out', () => {
  it('makes every copy of the cookie worthless, and closes every socket of it', async () => {
    const { visitor, phone, roomId } = await atHome();
    const copied = visitor.thief();
    const [own, stolen] = [await enterRoom(visitor, roomId), await enterRoom(copied, roomId)];
    const elsewhere = await enterRoom(phone, roomId);
    await visitor.signOut();
    await Promise.all([own.closed, stolen.closed]);
    await isOut(copied, roomId);
    await copied.get('/api/auth/session');
    await isOut(copied, roomId);
    expect(elsewhere.open).toBe(true);
    expect((await phone.get('/api/account/overview')).status).toBe(200);
  });

  it('is done for another device from the list, by its owner alone', async () => {
    const { visitor, phone, roomId, userId } = await atHome();
    const socket = await enterRoom(phone, roomId);
    const sessions = await house.db.authSession.findMany({ where: { userId, endedAt: null } });
    const { id } = sessions.find(({ createdAt }) =>
      sessions.every((other) => other.createdAt <= createdAt),
    ) ?? { id: '' };
    const stranger = await house.owner();
    await stranger.visitor.account('auth-sessions/end', { id, proof: null });
    expect((await phone.get('/api/account/overview')).status).toBe(200);
    expect((await visitor.account('auth-sessions/end', { id, proof: null })).status).toBe(200);
    await socket.closed;
    await isOut(phone, roomId);
    expect((await visitor.get('/api/account/overview')).status).toBe(200);
  });

  it('is done for all others at once', async () => {
    const { visitor, phone, roomId } = await atHome();
    const socket = await enterRoom(phone, roomId);
    await visitor.account('auth-sessions/end', { id: null, proof: null });
    await socket.closed;
    await isOut(phone, roomId);
    expect(await knock(visitor, roomId)).toBeInstanceOf(RawClient);
  });
});

describe('Another password', () => {
  it('is set on proof only; everybody else is out, and who was on the way in as well', async () => {
    const { visitor, phone, roomId, email, password } = await atHome();
    const socket = await enterRoom(phone, roomId);
    const own = await enterRoom(visitor, roomId);
    const half = await passwordStep(visitor, email, password);
    const change = { ...passwordEntry('another password') };
    const wrong = await Promise.all(
      Array.from({ length: 5 }, () =>
        visitor.account('password', { ...proofOf('wrong'), ...change }),
      ),
    );
    const refusals = wrong.map(({ body }) => body);
    expect(refusals).toContainEqual({ reason: 'proof' });
    expect(refusals).toContainEqual({ reason: 'wait', seconds: expect.any(Number) });
    const elsewhere = house.visitor();
    elsewhere.jar.set('weerklank-auth', visitor.jar.get('weerklank-auth') ?? '');
    const changed = await elsewhere.account('password', { ...proofOf(password), ...change });
    expect(changed).toMatchObject({ status: 200, body: {} });
    await socket.closed;
    await isOut(phone, roomId);
    expect(own.open).toBe(true);
    const late = house.visitor();
    await late.enter(ticketIn({ body: half }));
    await isOut(late, roomId);
    expect(await passwordStep(visitor, email, password)).toEqual({ step: 'refused' });
    const known = house.visitor();
    known.jar.set('weerklank-device', phone.jar.get('weerklank-device') ?? '');
    expect(await passwordStep(known, email, 'another password')).toMatchObject({ step: 'in' });
    const { body } = await visitor.account('vault');
    expect(body).toMatchObject({
      passwordWrap: passwordEntry('another password').passwordWrap,
      ...keysEntry('somebody'),
    });
    expect((await house.mailbox.next(email)).subject).toContain('wachtwoord');
  });

  it('or a recovery code asks for the app as well, where there is one', async () => {
    const { visitor, email, password, userId } = await atHome();
    const { secret } = await addApp(visitor);
    await nextStep(house.db, userId);
    const change = { recoveryWrap: keysEntry('another').recoveryWrap };
    const without = await visitor.account('recovery', { ...proofOf(password), ...change });
    expect(without).toMatchObject({ status: 403, body: { reason: 'proof' } });
    const other = house.visitor();
    other.jar.set('weerklank-auth', visitor.jar.get('weerklank-auth') ?? '');
    const proof = proofOf(password, totpOf(secret));
    expect((await other.account('recovery', { ...proof, ...change })).status).toBe(200);
    expect((await visitor.account('vault')).body).toMatchObject(change);
    const told = [await house.mailbox.next(email), await house.mailbox.next(email)];
    expect(told.map(({ subject }) => subject).join()).toContain('herstelcode');
  });
});

describe('A reset', () => {
  it('is begun with a link and ended with a new password: all are out, and nobody is in', async () => {
    const { visitor, phone, roomId, email, password } = await atHome();
    const socket = await enterRoom(visitor, roomId);
    const someone = house.visitor();
    await someone.account('reset/ask', { email, language: 'nl' });
    const mail = await house.mailbox.next(email);
    expect(mail.text).toContain(`${publicUrl}/account/reset#v1.`);
    const ticket = ticketInLink(mail.text);
    const { recoveryWrap, publicKey, sealedPrivateKey } = keysEntry('somebody');
    expect(await someone.account('reset/open', { ticket })).toMatchObject({
      status: 200,
      body: { email, recoveryWrap, publicKey, sealedPrivateKey },
    });
    const finish = { ...passwordEntry('a new one'), ticket, keys: null };
    const answers = await Promise.all([
      someone.account('reset/finish', finish),
      house.visitor().account('reset/finish', finish),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
    await socket.closed;
    for (const one of [visitor, phone, someone]) await isOut(one, roomId);
    expect((await house.visitor().account('reset/open', { ticket })).status).toBe(410);
    const newcomer = house.visitor();
    await signIn(newcomer, email, 'a new one');
    expect(await passwordStep(newcomer, email, password)).toEqual({ step: 'refused' });
    expect((await newcomer.account('vault')).body).toMatchObject(keysEntry('somebody'));
    expect((await newcomer.get(`/api/rooms/${roomId}/sessions`)).status).toBe(200);
  });

  it('without the recovery code brings new keys', async () => {
    const { email, visitor } = await house.owner();
    await visitor.account('reset/ask', { email, language: 'en' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    const keys = keysEntry('nobody');
    await visitor.account('reset/finish', { ...passwordEntry('a new one'), ticket, keys });
    const newcomer = house.visitor();
    await signIn(newcomer, email, 'a new one');
    expect((await newcomer.account('vault')).body).toMatchObject(keys);
  });

  it('passes whatever others guessed, and leaves the second factor as it was', async () => {
    const { email, visitor } = await house.owner();
    await addApp(visitor);
    await house.mailbox.next(email);
    const guesser = house.visitor();
    await Promise.all(Array.from({ length: 20 }, () => passwordStep(guesser, email, 'wrong')));
    await guesser.account('reset/ask', { email, language: 'nl' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    const finish = { ...passwordEntry('a new one'), ticket, keys: null };
    expect((await visitor.account('reset/finish', finish)).status).toBe(200);
    const told = await house.mailbox.next(email);
    expect(told.text).toContain(`${publicUrl}/account`);
    const account = await house.db.account.findUniqueOrThrow({ where: { email } });
    expect(account.totpSecret).not.toBeNull();
  });

  it('is not finished with a link that ran out', async () => {
    const { email, visitor } = await house.owner();
    await visitor.account('reset/ask', { email, language: 'nl' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    await house.db.ticket.updateMany({
      where: { purpose: 'reset' },
      data: { expiresAt: Date.now() },
    });
    const finish = { ...passwordEntry('a new one'), ticket, keys: null };
    expect(await visitor.account('reset/finish', finish)).toMatchObject({
      status: 410,
      body: { reason: 'spent' },
    });
  });
});

describe('Deleting an account', () => {
  it('takes proof; then every socket is closed, the seat is free and the address is new', async () => {
    const { visitor, phone, roomId, email, password, userId } = await atHome();
    const sockets = [await enterRoom(visitor, roomId), await enterRoom(phone, roomId)];
    expect((await visitor.account('delete', proofOf('wrong'))).status).toBe(403);
    const other = house.visitor();
    other.jar.set('weerklank-auth', visitor.jar.get('weerklank-auth') ?? '');
    expect((await other.account('delete', proofOf(password))).status).toBe(200);
    await Promise.all(sockets.map(({ closed }) => closed));
    for (const one of [visitor, phone, other]) await isOut(one, roomId);
    const seat = await house.db.seat.findFirstOrThrow({ where: { roomId } });
    expect(seat).toMatchObject({ userId: null, sealedName: null });
    expect(await house.db.user.findUnique({ where: { id: userId } })).toBeNull();
    const again = await house.owner({ email });
    expect(again.userId).not.toBe(userId);
  });
});

describe('Whoever runs the server', () => {
  it('hands out links for an account that is not there, and for one that is', async () => {
    const email = house.address();
    const making = await house.command('link', email.toUpperCase());
    expect(making).toMatchObject({ code: 0 });
    expect(making.said).toContain(`${publicUrl}/account/create#v1.`);
    const visitor = house.visitor();
    const opened = await visitor.account('create/open', { ticket: ticketInLink(making.said) });
    expect(opened.body).toEqual({ email });

    const owner = await house.owner();
    const resetting = await house.command('link', owner.email);
    const finish = {
      ...passwordEntry('a new one'),
      ticket: ticketInLink(resetting.said),
      keys: null,
    };
    expect((await visitor.account('reset/finish', finish)).status).toBe(200);
    const entering = await house.command('sign-in-link', owner.email);
    const step = await visitor.account('link/open', { ticket: ticketInLink(entering.said) });
    await visitor.enter(ticketIn(step));
    expect((await visitor.get('/api/account/overview')).body).toMatchObject({ email: owner.email });
  });

  it('sees who is signed in and puts them out, while everything runs', async () => {
    const { visitor, phone, roomId, email, userId } = await atHome();
    const sockets = [await enterRoom(visitor, roomId), await enterRoom(phone, roomId)];
    const { said } = await house.command('sessions', email);
    const lines = said.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(said).toContain('by password  Firefox, Android');
    const id = lines[0]?.split(' ')[0] ?? '';
    expect(await house.command('end', email, id)).toMatchObject({ code: 0 });
    await Promise.race(sockets.map(({ closed }) => closed));
    expect(await house.db.authSession.count({ where: { userId, endedAt: null } })).toBe(1);
    expect(await house.command('end', email)).toMatchObject({ code: 0 });
    await Promise.all(sockets.map(({ closed }) => closed));
    await isOut(visitor, roomId);
    expect((await house.command('sessions', email)).said).toContain('Nobody is signed in');
  });

  it('helps who lost the second factor, vouches for therapists, and deletes', async () => {
    const { visitor, email, password } = await house.owner({ role: 'therapist' });
    await addApp(visitor);
    expect(await house.command('verify-therapist', email)).toMatchObject({ code: 0 });
    const { body } = await visitor.get('/api/account/overview');
    expect(body).toMatchObject({ roleVerified: true, totp: true, backupCodesLeft: 10 });
    expect(await house.command('second-factor-off', email)).toMatchObject({ code: 0 });
    expect(await passwordStep(visitor, email, password)).toMatchObject({ step: 'in' });
    expect((await house.command('delete', email)).code).toBe(1);
    expect((await visitor.get('/api/account/overview')).status).toBe(200);
    expect(await house.command('delete', email, '--yes')).toMatchObject({ code: 0 });
    expect((await visitor.get('/api/account/overview')).status).toBe(403);
    const partner = await house.owner();
    expect((await house.command('verify-therapist', partner.email)).code).toBe(1);
  });

  it('is told what is wrong with a command', async () => {
    const wrong = [
      [],
      ['help'],
      ['nonsense', 'an@home.be'],
      ['link'],
      ['link', 'nobody'],
      ['toString', 'an@home.be'],
      ['sessions', 'nobody@home.test'],
      ['end', 'nobody@home.test'],
    ];
    const codes = [];
    for (const args of wrong) codes.push((await house.command(...args)).code);
    expect(codes).toEqual([2, 0, 2, 2, 2, 2, 1, 1]);
  });

  it('finds no address, no password and no link in the log', () => {
    const output = house.weerklank.output();
    for (const said of ['signed in', 'signed out', 'password changed', 'account deleted']) {
      expect(output).toContain(`"msg":"${said}"`);
    }
    expect(output).not.toMatch(/home\.test|wk1\./);
    expect(output).not.toContain(authKeyOf('wrong'));
  });
});
