import { parseOptions } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { House, publicUrl } from '#tests/support/house.ts';
import {
  keysEntry,
  newAccount,
  passwordEntry,
  passwordStep,
  signIn,
  ticketIn,
  ticketInLink,
} from '#tests/support/owner.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const spent = { status: 410, body: { reason: 'spent' } };

describe('An account', () => {
  it('is made with a link that proves the address, and its owner is in', async () => {
    const email = house.address();
    const visitor = house.visitor();
    const asked = await visitor.account('create/ask', {
      email: ` ${email.toUpperCase()}`,
      language: 'en',
    });
    expect(asked).toMatchObject({ status: 200, body: { by: 'email' } });
    const mail = await house.mailbox.next(email);
    expect(mail.subject).toBe('Your Weerklank account');
    expect(mail.text).toContain(`${publicUrl}/account/create#v1.`);
    const ticket = ticketInLink(mail.text);
    for (let times = 0; times < 2; times += 1) {
      const opened = await visitor.account('create/open', { ticket });
      expect(opened).toMatchObject({ status: 200, body: { email } });
    }
    const made = await visitor.account('create/finish', { ...newAccount('my password'), ticket });
    expect(made).toMatchObject({ status: 200, body: { step: 'in' } });
    expect((await visitor.get('/api/account/overview')).status).toBe(403);
    await visitor.enter(ticketIn(made));
    expect(await visitor.get('/api/account/overview')).toMatchObject({
      status: 200,
      body: {
        email,
        role: 'partner',
        roleVerified: false,
        recovery: true,
        totp: false,
        backupCodesLeft: 0,
        passkeys: [],
        authSessions: [{ way: 'password', device: 'Firefox, Android', current: true }],
        provider: null,
      },
    });
    expect(await visitor.account('vault')).toMatchObject({
      status: 200,
      body: {
        passwordWrap: passwordEntry('my password').passwordWrap,
        ...keysEntry('somebody'),
      },
    });
    for (const path of ['create/open', 'create/finish']) {
      const again = path === 'create/open' ? { ticket } : { ...newAccount('another'), ticket };
      expect(await house.visitor().account(path, again)).toMatchObject(spent);
    }
    const row = await house.db.account.findUniqueOrThrow({ where: { email } });
    expect(parseOptions(row.passwordHash)).toMatchObject({
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
    });
    const consents = await house.db.consent.findMany({ where: { userId: row.userId } });
    expect(consents).toMatchObject([{ text: 'account', version: 1 }]);
  });

  it('of a guest keeps the seats, and ends what else was signed in as that guest', async () => {
    const guest = house.visitor();
    const roomId = await guest.startRoom();
    const elsewhere = guest.thief();
    const { userId } = await house.owner({ visitor: guest });
    const seat = await house.db.seat.findFirstOrThrow({ where: { roomId } });
    expect(seat.userId).toBe(userId);
    expect((await guest.get(`/api/rooms/${roomId}/sessions`)).status).toBe(200);
    expect((await elsewhere.get(`/api/rooms/${roomId}/sessions`)).status).toBe(404);
    const left = await house.db.authSession.findMany({ where: { userId, endedAt: null } });
    expect(left.map(({ way }) => way)).toEqual(['password']);
  });

  it('made by whoever has an account already is that of somebody else', async () => {
    const first = await house.owner();
    const second = await house.owner({ visitor: first.visitor });
    expect(second.userId).not.toBe(first.userId);
    const { body } = await second.visitor.get('/api/account/overview');
    expect(body).toMatchObject({ email: second.email });
  });

  it('is made once, however many use the link at the same time (10)', async () => {
    const email = house.address();
    await house.visitor().account('create/ask', { email, language: 'nl' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        house.visitor().account('create/finish', { ...newAccount('my password'), ticket }),
      ),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(410)]);
  });

  it('is not made with a link whose address got an account in the meantime', async () => {
    const email = house.address();
    const visitor = house.visitor();
    await visitor.account('create/ask', { email, language: 'nl' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    const { userId } = await house.owner({ email });
    const late = await visitor.account('create/finish', { ...newAccount('mine'), ticket });
    expect(late).toMatchObject(spent);
    expect(await house.db.account.findUnique({ where: { email } })).toMatchObject({ userId });
  });
});

describe('Signing in', () => {
  it('takes the right password, and nothing else', async () => {
    const { email, password } = await house.owner();
    const visitor = house.visitor();
    const steps = await Promise.all(
      ['wrong', password, password, password].map((tried) => passwordStep(visitor, email, tried)),
    );
    expect(steps.filter(({ step }) => step === 'in' || step === 'refused')).toHaveLength(1);
    expect((await visitor.get('/api/account/overview')).status).toBe(403);
    const other = await house.owner();
    const refused = await passwordStep(visitor, other.email, `${other.password} `);
    expect(refused).toEqual({ step: 'refused' });
  });

  it('asks for no other password, however old this one is', async () => {
    const { visitor, email, password, userId } = await house.owner();
    const passwordChangedAt = Date.now() - 10 * 365 * 24 * 60 * 60_000;
    await house.db.account.update({ where: { userId }, data: { passwordChangedAt } });
    await signIn(visitor, email, password);
    expect((await visitor.get('/api/account/overview')).status).toBe(200);
  });

  it('goes on with a browser of the owner while others guess', async () => {
    const { visitor, email, password } = await house.owner();
    const guesser = house.visitor();
    await Promise.all(Array.from({ length: 30 }, () => passwordStep(guesser, email, 'wrong')));
    expect(await passwordStep(guesser, email, password)).toMatchObject({ step: 'wait' });
    expect(await passwordStep(visitor, email, password)).toMatchObject({ step: 'in' });
    const other = await house.owner({ visitor: visitor.thief() });
    expect(await passwordStep(other.visitor, email, password)).toMatchObject({ step: 'in' });
    // The secret of this browser is worth nothing for somebody who never used it.
    const foreign = await house.owner();
    await passwordStep(house.visitor(), foreign.email, 'wrong');
    expect(await passwordStep(visitor, foreign.email, 'wrong')).toMatchObject({ step: 'wait' });
  });

  it('lasts as long as the device is said to be one’s own; a therapist’s never is', async () => {
    const { email, password, userId } = await house.owner();
    const rows = async (of: string) =>
      (await house.db.authSession.findMany({ where: { userId: of, endedAt: null } })).map(
        ({ idleTerm, createdAt, expiresAt }) => [
          Number(idleTerm) / 60_000,
          Number(expiresAt - createdAt) / 3_600_000,
        ],
      );
    expect(await rows(userId)).toEqual([[30, 12]]);
    await signIn(house.visitor(), email, password, true);
    expect(await rows(userId)).toContainEqual([30 * 24 * 60, 30 * 24]);
    const therapist = await house.owner({ role: 'therapist' });
    await signIn(house.visitor(), therapist.email, therapist.password, true);
    expect(await rows(therapist.userId)).toEqual([
      [30, 12],
      [30, 12],
    ]);
  });

  it('ends what this browser was until then', async () => {
    const { visitor, email, password, userId } = await house.owner();
    const before = visitor.thief();
    await signIn(visitor, email, password);
    expect((await visitor.get('/api/account/overview')).status).toBe(200);
    expect((await before.get('/api/account/overview')).status).toBe(403);
    expect(await house.db.authSession.count({ where: { userId, endedAt: null } })).toBe(1);
  });

  it('works for fifty at once', async () => {
    const { email, password } = await house.owner();
    const known = house.visitor();
    await signIn(known, email, password);
    const steps = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        passwordStep(house.visitor(), `fifty${at}@home.test`, password),
      ),
    );
    expect(steps).toEqual(Array(50).fill({ step: 'refused' }));
    expect(await passwordStep(known, email, password)).toMatchObject({ step: 'in' });
  });
});

describe('The routes of accounts', () => {
  it('take nothing from pages of others, in no other form, and nothing that does not fit', async () => {
    const visitor = house.visitor();
    const question = { email: house.address(), language: 'nl' };
    const path = '/api/account/create/ask';
    const bad = [
      await visitor.post(path, question, { origin: 'http://evil.test' }),
      await visitor.post(path, question, { origin: house.weerklank.url }),
      await visitor.post(path, question, { 'content-type': 'text/plain' }),
      await visitor.post(path, question, { 'sec-fetch-site': 'cross-site' }),
    ];
    expect(bad.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await visitor.get(path)).status).toBe(405);
    const misfits = [{}, null, [], { ...question, more: 1 }, { ...question, email: 'nobody' }];
    for (const misfit of misfits) {
      expect(await visitor.post(path, misfit)).toMatchObject({
        status: 400,
        body: { reason: 'bad-request' },
      });
    }
  });

  it('are closed to guests and to nobody, where they are about an account', async () => {
    const guest = house.visitor();
    await guest.startRoom();
    for (const visitor of [guest, house.visitor()]) {
      const asked = await Promise.all([
        visitor.get('/api/account/overview'),
        visitor.account('vault'),
        visitor.account('totp/begin', { proof: null }),
        visitor.account('passkey/register-options', { proof: null }),
        visitor.account('passkey/remove', { id: 'a', proof: null }),
        visitor.account('auth-sessions/end', { id: null, proof: null }),
        visitor.account('auth-sessions/here', { holderId: 'A'.repeat(22) }),
      ]);
      expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 403));
    }
  });

  it('write into the log who came in and how, and that somebody did not', () => {
    const output = house.weerklank.output();
    expect(output).toMatch(/"userId":"[\w-]{22}","code":"password","msg":"signed in"/);
    expect(output).toMatch(/"level":40,.*"code":"password","msg":"sign-in refused"/);
  });

  it('write nobody’s address, password or ticket into the log', () => {
    const output = house.weerklank.output();
    expect(output).toContain('signed in');
    expect(output).not.toMatch(/home\.test|wk1\.|argon2/);
    expect(output).not.toMatch(/"[\w-]{43}"/);
  });
});
