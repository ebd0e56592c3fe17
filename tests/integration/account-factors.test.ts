import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BackupCodes, SignInStep } from '#lib/account.ts';
import { addApp, codeOf, nextStep, totpOf } from '#tests/support/app-codes.ts';
import { Authenticator, type Twist } from '#tests/support/authenticator.ts';
import { House, publicUrl } from '#tests/support/house.ts';
import { passwordEntry, passwordStep, proofOf, ticketIn } from '#tests/support/owner.ts';
import type { Visitor } from '#tests/support/visitor.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** An owner with an authenticator app. */
async function withApp(role: 'partner' | 'therapist' = 'partner') {
  const owner = await house.owner({ role });
  return { ...owner, ...(await addApp(owner.visitor)) };
}

async function second(visitor: Visitor, ticket: string, factor: unknown): Promise<SignInStep> {
  const { body } = await visitor.account('second', { ticket, second: factor });
  return v.parse(SignInStep, body);
}

/** An owner with a passkey. */
async function withPasskey(role: 'partner' | 'therapist' = 'partner') {
  const owner = await house.owner({ role });
  const device = new Authenticator(publicUrl);
  const { body } = await owner.visitor.account('passkey/register-options', { proof: null });
  const made = { response: device.make(body), name: 'Phone' };
  const answer = await owner.visitor.account('passkey/register', made);
  return { ...owner, device, answer, made };
}

async function tapped(device: Authenticator, twist?: Twist) {
  const visitor = house.visitor();
  const { body } = await visitor.account('passkey/options');
  const response = device.sign(body, twist);
  const ask = async () => {
    const step = await visitor.account('passkey/sign-in', { response, stay: false });
    return v.parse(SignInStep, step.body);
  };
  return { visitor, ask, step: await ask() };
}

describe('An authenticator app', () => {
  it('is in use once it showed a code, and is asked for from then on', async () => {
    const { visitor, email, password, userId } = await house.owner();
    const begun = await visitor.account('totp/begin', { proof: null });
    const { secret } = v.parse(v.object({ secret: v.string() }), begun.body);
    const ticket = ticketIn(begun);
    const stranger = await house.owner();
    const theirs = await stranger.visitor.account('totp/confirm', { ticket, code: codeOf(secret) });
    expect(theirs).toMatchObject({ status: 410, body: { reason: 'spent' } });
    const step = await passwordStep(house.visitor(), email, password);
    expect(step).toMatchObject({ step: 'in' });

    const confirmed = await visitor.account('totp/confirm', { ticket, code: codeOf(secret) });
    expect(v.parse(BackupCodes, confirmed.body).codes).toHaveLength(10);
    const row = await house.db.account.findUniqueOrThrow({ where: { userId } });
    expect(row.totpSecret).not.toContain(secret);
    const newcomer = house.visitor();
    const first = await passwordStep(newcomer, email, password);
    expect(first).toMatchObject({ step: 'second', ways: ['totp', 'backup'] });
    await newcomer.enter(ticketIn({ body: first }));
    expect((await newcomer.get('/api/account/overview')).status).toBe(403);
    const inside = await second(newcomer, ticketIn({ body: first }), totpOf(secret, 1));
    await newcomer.enter(ticketIn({ body: inside }));
    const { body } = await newcomer.get('/api/account/overview');
    expect(body).toMatchObject({ totp: true, backupCodesLeft: 10 });
    expect(await visitor.account('totp/begin', { proof: null })).toMatchObject({ status: 400 });
    expect((await house.mailbox.next(email)).text).toContain(`${publicUrl}/account`);
  });

  it('that shows a wrong code is not taken into use', async () => {
    const { visitor } = await house.owner();
    const begun = await visitor.account('totp/begin', { proof: null });
    const answer = await visitor.account('totp/confirm', {
      ticket: ticketIn(begun),
      code: codeOf('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'),
    });
    expect(answer).toMatchObject({ status: 422, body: { reason: 'code' } });
    const { body } = await visitor.get('/api/account/overview');
    expect(body).toMatchObject({ totp: false, backupCodesLeft: 0 });
  });

  it('shows a code that is good once, however many use it at the same time (8)', async () => {
    const { visitor, email, password, secret } = await withApp();
    const ticket = ticketIn({ body: await passwordStep(visitor, email, password) });
    const code = totpOf(secret, 1);
    const shown = await Promise.all(
      Array.from({ length: 8 }, () => visitor.account('second', { ticket, second: code })),
    );
    expect(shown.filter(({ body }) => v.is(SignInStep, body) && body.step === 'in')).toHaveLength(
      1,
    );
    const again = ticketIn({ body: await passwordStep(visitor, email, password) });
    expect(await second(visitor, again, code)).toEqual({ step: 'refused' });
  });

  it('is guessed as slowly as a password, and the ticket stays good meanwhile', async () => {
    const { visitor, email, password, secret, userId } = await withApp();
    await nextStep(house.db, userId);
    const first = await passwordStep(visitor, email, password);
    const ticket = ticketIn({ body: first });
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        second(house.visitor(), ticket, { kind: 'totp', code: String(100_000 + at) }),
      ),
    );
    expect(guesses.filter(({ step }) => step === 'wait').length).toBeGreaterThan(10);
    expect(await second(visitor, ticket, totpOf(secret))).toMatchObject({ step: 'in' });
  });
});

describe('A backup code', () => {
  it('stands in for the app, once', async () => {
    const { visitor, email, password, codes } = await withApp();
    const [code = ''] = codes;
    const typed = { kind: 'backup', code: code.toLowerCase().replaceAll('-', ' ') };
    const first = await passwordStep(visitor, email, password);
    expect(await second(visitor, ticketIn({ body: first }), typed)).toMatchObject({ step: 'in' });
    const again = await passwordStep(visitor, email, password);
    const refused = await second(visitor, ticketIn({ body: again }), typed);
    expect(refused).toEqual({ step: 'refused' });
    const { body } = await visitor.get('/api/account/overview');
    expect(body).toMatchObject({ backupCodesLeft: 9 });
  });

  it('is kept as a digest, and replaced by new ones on proof', async () => {
    const { visitor, password, userId, secret, codes } = await withApp();
    const kept = await house.db.backupCode.findMany({ where: { userId } });
    expect(kept).toHaveLength(10);
    for (const { hash } of kept) expect(codes.join()).not.toContain(hash);
    expect(await visitor.account('backup', proofOf(password))).toMatchObject({
      status: 403,
      body: { reason: 'proof' },
    });
    await nextStep(house.db, userId);
    const elsewhere = house.visitor();
    elsewhere.jar.set('weerklank-auth', visitor.jar.get('weerklank-auth') ?? '');
    const answer = await elsewhere.account('backup', proofOf(password, totpOf(secret)));
    const fresh = v.parse(BackupCodes, answer.body).codes;
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    expect(await house.db.backupCode.count({ where: { userId } })).toBe(10);
  });
});

describe('A passkey', () => {
  it('is made on a device that knows its owner, and signs in by itself', async () => {
    const { visitor, email, userId, device, answer } = await withPasskey();
    expect(v.parse(BackupCodes, answer.body).codes).toHaveLength(10);
    const owner = await tapped(device);
    await owner.visitor.enter(ticketIn({ body: owner.step }));
    const { body } = await owner.visitor.get('/api/account/overview');
    expect(body).toMatchObject({
      email,
      passkeys: [{ id: device.id, name: 'Phone', usedAt: expect.any(Number) }],
      authSessions: [{ way: 'passkey', current: true }, { way: 'password' }],
    });
    const row = await house.db.passkey.findUniqueOrThrow({ where: { id: device.id } });
    expect(row).toMatchObject({ userId, transports: 'internal', counter: 1n });
    const options = (await visitor.account('passkey/register-options', { proof: null })).body;
    expect(options).toMatchObject({ options: { excludeCredentials: [{ id: device.id }] } });
    expect(JSON.stringify(options)).toContain(
      Buffer.from(userId, 'base64url').toString('base64url'),
    );
  });

  it('answers a challenge once', async () => {
    const { visitor, device, made } = await withPasskey();
    const { ask, step } = await tapped(device);
    expect(step).toMatchObject({ step: 'in' });
    expect(await ask()).toEqual({ step: 'refused' });
    expect((await visitor.account('passkey/register', made)).status).toBe(422);
  });

  it.each<[string, Twist]>([
    ['of another site', { origin: 'http://evil.test' }],
    ['of another port', { origin: `${publicUrl}:8080` }],
    ['for another name', { rpId: 'evil.test' }],
    ['that did not ask who is there', { unverified: true }],
    ['that counts no further', { counter: 1 }],
    ['of somebody else', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ])('%s is refused', async (_, twist) => {
    const { device } = await withPasskey();
    expect((await tapped(device)).step).toMatchObject({ step: 'in' });
    expect((await tapped(device, twist)).step).toEqual({ step: 'refused' });
    expect((await tapped(device)).step).toMatchObject({ step: 'in' });
  });

  it('that nobody knows, or that signs nothing, is refused', async () => {
    const stranger = new Authenticator(publicUrl);
    expect((await tapped(stranger)).step).toEqual({ step: 'refused' });
    for (const response of [null, {}, 'a', { id: 'a' }, []]) {
      const answer = await house.visitor().account('passkey/sign-in', { response, stay: false });
      expect(answer).toMatchObject({ status: 200, body: { step: 'refused' } });
    }
  });

  it('is made for nobody else, and not unverified or elsewhere', async () => {
    const [one, other] = [await house.owner(), await house.owner()];
    const options = async () =>
      (await one.visitor.account('passkey/register-options', { proof: null })).body;
    const device = new Authenticator(publicUrl);
    const theirs = { response: device.make(await options()), name: 'Mine' };
    expect((await other.visitor.account('passkey/register', theirs)).status).toBe(422);
    for (const twist of [{ unverified: true }, { origin: 'http://evil.test' }, { rpId: 'evil' }]) {
      const response = device.make(await options(), twist);
      const made = await one.visitor.account('passkey/register', { response, name: 'Mine' });
      expect(made).toMatchObject({ status: 422, body: { reason: 'code' } });
    }
    expect(await house.db.passkey.count({ where: { id: device.id } })).toBe(0);
  });

  it('is asked for after a password, and removed by its owner alone', async () => {
    const { visitor, email, password, device } = await withPasskey();
    const step = await passwordStep(house.visitor(), email, password);
    expect(step).toMatchObject({ step: 'second', ways: ['passkey', 'backup'] });
    const stranger = await house.owner();
    await stranger.visitor.account('passkey/remove', { id: device.id, proof: null });
    expect((await tapped(device)).step).toMatchObject({ step: 'in' });
    expect((await visitor.account('passkey/remove', { id: device.id, proof: null })).status).toBe(
      200,
    );
    expect((await tapped(device)).step).toEqual({ step: 'refused' });
    expect(await passwordStep(visitor, email, password)).toMatchObject({ step: 'in' });
    const { body } = await visitor.get('/api/account/overview');
    expect(body).toMatchObject({ passkeys: [], backupCodesLeft: 0 });
  });
});

describe('A link from a mail', () => {
  it('does not stand in for the second factor', async () => {
    const { visitor, email, userId } = await withApp();
    await house.mailbox.next(email);
    await visitor.account('link/ask', { email, language: 'nl' });
    const ticket = /#v1\.link\.([\w-]{43})/.exec((await house.mailbox.next(email)).text)?.[1];
    const opened = await visitor.account('link/open', { ticket });
    expect(opened).toMatchObject({ body: { step: 'second', ways: ['totp', 'backup'] } });
    expect(await house.db.authSession.count({ where: { userId, way: 'email' } })).toBe(0);
  });
});

describe('A therapist', () => {
  it('can do nothing but set up a second factor until there is one, and keeps one', async () => {
    const { visitor, password, userId } = await house.owner({ role: 'therapist' });
    const change = { ...proofOf(password), ...passwordEntry('another password') };
    expect((await visitor.account('password', change)).status).toBe(403);
    const { secret } = await addApp(visitor);
    await nextStep(house.db, userId);
    const proof = async () => {
      await nextStep(house.db, userId);
      return proofOf(password, totpOf(secret));
    };
    const needed = { status: 409, body: { reason: 'needed' } };
    expect(await visitor.account('totp/remove', await proof())).toMatchObject(needed);
    const device = new Authenticator(publicUrl);
    const { body } = await visitor.account('passkey/register-options', { proof: null });
    const made = { response: device.make(body), name: 'Key' };
    expect((await visitor.account('passkey/register', made)).status).toBe(200);
    expect((await visitor.account('totp/remove', await proof())).status).toBe(200);
    expect(await visitor.account('passkey/remove', { id: device.id, proof: null })).toMatchObject(
      needed,
    );
    expect((await visitor.account('password', change)).status).toBe(200);
  });
});
