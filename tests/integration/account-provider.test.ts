import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addApp } from '#tests/support/app-codes.ts';
import { House, publicUrl } from '#tests/support/house.ts';
import { client, IdentityProvider } from '#tests/support/identity-provider.ts';
import { ticketIn, ticketInLink } from '#tests/support/owner.ts';
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

/** An owner whose account is linked to somebody of this name at the provider. */
async function linked(who: string) {
  const owner = await house.owner();
  provider.who = who;
  expect((await provider.thereAndBack(owner.visitor)).location).toBe('/account');
  return owner;
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
    expect((await provider.thereAndBack(second.visitor)).location).toBe(unknown);
    expect((await second.visitor.get('/api/account/overview')).body).toMatchObject({
      provider: { linked: false },
    });
    expect((await first.visitor.get('/api/account/overview')).body).toMatchObject({
      provider: { linked: true },
    });
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
