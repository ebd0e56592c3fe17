import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkingAddress } from '#lib/account/linking.ts';
import { TicketSecret } from '#lib/account.ts';
import { addApp } from '#tests/support/app-codes.ts';
import { House, publicUrl } from '#tests/support/house.ts';
import { client, IdentityProvider } from '#tests/support/identity-provider.ts';
import { passwordEntry, proofOf, signIn, ticketIn, ticketInLink } from '#tests/support/owner.ts';
import type { Visitor } from '#tests/support/visitor.ts';

let provider: IdentityProvider;
let house: House;
beforeAll(async () => {
  provider = await IdentityProvider.open(`${publicUrl}/api/auth/callback/oidc`);
  house = await House.open({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'The practice',
  });
});
afterAll(async () => {
  await house.close();
  await provider.close();
});

const unknown = '/account/sign-in#v1.unknown';

async function isOut(visitor: Visitor): Promise<void> {
  expect((await visitor.get('/api/account/overview')).status).toBe(403);
  expect([...visitor.jar.keys()]).not.toContain('weerklank-auth');
}

/** Proves who they are, and is told where to be after the provider for the account to be linked. */
async function intent(visitor: Visitor, password: string): Promise<string> {
  const asked = await visitor.account('provider/link-intent', proofOf(password));
  expect(asked.status).toBe(200);
  return linkingAddress(v.parse(TicketSecret, ticketIn(asked)));
}

/** An owner whose account is linked to somebody of this name at the provider. */
async function linked(who: string) {
  const owner = await house.owner();
  const { visitor, password } = owner;
  provider.who = who;
  const towards = await intent(visitor, password);
  expect((await provider.thereAndBack(visitor, towards)).location).toBe('/account');
  return owner;
}

/** Whether this owner's page says that a provider is linked. */
async function isLinked(visitor: Visitor): Promise<unknown> {
  const { body } = await visitor.get('/api/account/overview');
  return v.parse(v.object({ provider: v.object({ linked: v.boolean() }) }), body).provider.linked;
}

describe('A provider of sign-in', () => {
  it('is told no more than that somebody signs in, with everything that keeps a code from others', async () => {
    await provider.signInAt(house.visitor());
    const asked = Object.fromEntries(provider.asked);
    expect(asked).toMatchObject({
      scope: 'openid',
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.any(String),
      state: expect.any(String),
      nonce: expect.any(String),
    });
  });

  it('lets in nobody whom nobody knows', async () => {
    const visitor = house.visitor();
    provider.who = 'a stranger';
    expect((await provider.thereAndBack(visitor)).location).toBe(unknown);
    await isOut(visitor);
    const guest = house.visitor();
    await guest.startRoom();
    expect((await provider.thereAndBack(guest)).location).toBe(unknown);
    expect((await guest.get('/api/account/overview')).status).toBe(403);
  });

  it('signs the owner in whose account is linked, by a ticket', async () => {
    const { visitor, email } = await linked('an');
    expect((await visitor.get('/api/account/overview')).body).toMatchObject({
      provider: { name: 'The practice', linked: true },
    });
    expect((await house.mailbox.next(email)).text).toContain(`${publicUrl}/account`);
    const newcomer = house.visitor();
    const back = await provider.thereAndBack(newcomer);
    expect(back.location).toContain('/account/sign-in#v1.link.');
    await isOut(newcomer);
    const ticket = ticketInLink(back.location ?? '');
    const step = await newcomer.account('link/open', { ticket });
    await newcomer.enter(ticketIn(step));
    expect((await newcomer.get('/api/account/overview')).body).toMatchObject({
      email,
      authSessions: [{ way: 'provider', current: true }, { way: 'password' }],
    });
  });

  it('does not stand in for the second factor', async () => {
    const { visitor } = await linked('bo');
    await addApp(visitor);
    const newcomer = house.visitor();
    const { location } = await provider.thereAndBack(newcomer);
    const opened = await newcomer.account('link/open', { ticket: ticketInLink(location ?? '') });
    expect(opened.body).toMatchObject({ step: 'second', ways: ['totp', 'backup'] });
  });

  it('is linked to one account only', async () => {
    const first = await linked('cas');
    const second = await house.owner();
    const towards = await intent(second.visitor, second.password);
    expect((await provider.thereAndBack(second.visitor, towards)).location).toBe(unknown);
    expect(await isLinked(second.visitor)).toBe(false);
    expect(await isLinked(first.visitor)).toBe(true);
  });

  it('has one identity for each account', async () => {
    const { visitor, password } = await linked('emma');
    provider.who = 'somebody beside emma';
    const towards = await intent(visitor, password);
    expect((await provider.thereAndBack(visitor, towards)).location).toBe(unknown);
  });

  it('is not linked by signing in with it while somebody else is signed in', async () => {
    const { visitor, userId } = await house.owner();
    provider.who = 'the partner of the owner';
    expect((await provider.thereAndBack(visitor)).location).toBe(unknown);
    expect(await house.db.externalIdentity.count({ where: { userId } })).toBe(0);
    const other = await linked('fien');
    const back = await provider.thereAndBack(visitor);
    expect(back.location).toContain('/account/sign-in#v1.link.');
    expect(await isLinked(visitor)).toBe(false);
    expect(await isLinked(other.visitor)).toBe(true);
  });

  it('is linked only with proof, by the browser that gave it, once, for the sign-in it was meant for', async () => {
    const { visitor, email, password, userId } = await house.owner();
    const without = await visitor.account('provider/link-intent', proofOf('wrong'));
    expect(without).toMatchObject({ status: 403, body: { reason: 'proof' } });
    const owner = house.visitor();
    await signIn(owner, email, password);
    const towards = await intent(owner, password);
    provider.who = 'gust';
    expect((await provider.thereAndBack(visitor, towards)).location).toBe(unknown);
    // Given up on the way: whoever signs in next in this browser is somebody else, perhaps.
    const given = await intent(owner, password);
    await provider.signInAt(owner, given);
    expect((await provider.thereAndBack(owner)).location).toBe(unknown);
    expect(await house.db.externalIdentity.count({ where: { userId } })).toBe(0);
    expect((await provider.thereAndBack(owner, given)).location).toBe('/account');
    expect(await isLinked(owner)).toBe(true);
    expect(await provider.thereAndBack(owner, given)).toMatchObject({ location: '/account' });
  });

  it('is unlinked by its owner with proof; whoever came in by it is out, or on the way in', async () => {
    const { visitor, email, password } = await linked('hanne');
    await house.mailbox.next(email);
    const came = house.visitor();
    const first = await provider.thereAndBack(came);
    const step = await came.account('link/open', { ticket: ticketInLink(first.location ?? '') });
    await came.enter(ticketIn(step));
    const { location } = await provider.thereAndBack(house.visitor());
    const ticket = ticketInLink(location ?? '');
    expect((await visitor.account('provider/unlink', proofOf('wrong'))).status).toBe(403);
    const other = house.visitor();
    other.jar.set('weerklank-auth', visitor.jar.get('weerklank-auth') ?? '');
    expect((await other.account('provider/unlink', proofOf(password))).status).toBe(200);
    expect((await house.mailbox.next(email)).text).toContain(`${publicUrl}/account`);
    expect(await isLinked(visitor)).toBe(false);
    expect((await came.get('/api/account/overview')).status).toBe(403);
    expect((await house.visitor().account('link/open', { ticket })).status).toBe(410);
    expect((await provider.thereAndBack(house.visitor())).location).toBe(unknown);
  });

  it('is forgotten with a reset, of which the owner hears', async () => {
    const { visitor, email } = await linked('ilse');
    await house.mailbox.next(email);
    await visitor.account('reset/ask', { email, language: 'en' });
    const ticket = ticketInLink((await house.mailbox.next(email)).text);
    const finish = { ...passwordEntry('a new one'), ticket, keys: null };
    expect((await visitor.account('reset/finish', finish)).status).toBe(200);
    const told = [await house.mailbox.next(email), await house.mailbox.next(email)];
    expect(told.map(({ subject }) => subject)).toHaveLength(2);
    expect((await provider.thereAndBack(house.visitor())).location).toBe(unknown);
  });

  it('brings back nobody else’s code, and none twice', async () => {
    const { visitor } = await linked('dirk');
    const path = await provider.signInAt(visitor);
    const attacker = house.visitor();
    await provider.signInAt(attacker);
    for (const stolen of [path, path.replace(/state=[^&]*/, 'state=x')]) {
      const { location } = await attacker.get(stolen);
      expect(location).not.toContain('#v1.');
      await isOut(attacker);
    }
    expect((await visitor.get(path)).location).toBe('/account');
    expect((await visitor.get(path)).location).not.toBe('/account');
  });
});
