import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { House } from '#tests/support/house.ts';
import { client } from '#tests/support/identity-provider.ts';
import { LyingProvider, type Told } from '#tests/support/lying-provider.ts';

let provider: LyingProvider;
let house: House;
beforeAll(async () => {
  provider = await LyingProvider.open();
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

/** Where somebody ends whom the provider vouched for, and of whom we know nothing. */
const believed = '/account/sign-in#v1.unknown';
const now = Math.floor(Date.now() / 1_000);

describe('An ID token', () => {
  it('is believed when nothing is wrong with it, so that every refusal below has a cause', async () => {
    const came = await provider.thereAndBack(house.visitor(), {});
    expect(came.location).toBe(believed);
  });

  it.each<[string, Told]>([
    ['signed by nobody', { by: 'nobody' }],
    ['signed by somebody else', { by: 'another' }],
    ['signed with the secret of the client', { by: 'the secret' }],
    ['of another issuer', { claims: { iss: 'https://login.example' } }],
    ['for another service', { claims: { aud: 'another' } }],
    ['for others as well', { claims: { aud: [client.id, 'another'] } }],
    ['that ran out', { claims: { iat: now - 7_200, exp: now - 3_600 } }],
    ['of another sign-in', { claims: { nonce: 'another' } }],
    ['of no sign-in', { claims: { nonce: undefined } }],
    ['about nobody', { claims: { sub: undefined } }],
  ])('%s is not believed', async (_, told) => {
    const visitor = house.visitor();
    const { location } = await provider.thereAndBack(visitor, told);
    expect(location).not.toContain('#v1.');
    expect([...visitor.jar.keys()]).not.toContain('weerklank-auth');
  });

  it('is kept nowhere, and no other token either', async () => {
    const visitor = house.visitor();
    expect((await provider.thereAndBack(visitor, {})).location).toBe(believed);
    expect(provider.given.length).toBeGreaterThan(1);
    const { dataDir, output } = house.weerklank;
    const files = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name), 'latin1'));
    const kept = [...files, output(), visitor.cookie, decodeURIComponent(visitor.cookie)];
    for (const token of provider.given) {
      expect(kept.filter((text) => text.includes(token))).toEqual([]);
    }
  });
});

describe('A provider that sends the server elsewhere', () => {
  it('is not followed', async () => {
    let asked = 0;
    const elsewhere = createServer((_, response) => {
      asked += 1;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void elsewhere.close());
    await once(elsewhere, 'listening');
    const address = elsewhere.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const told = { elsewhere: `http://127.0.0.1:${port}/` };
    const { location } = await provider.thereAndBack(house.visitor(), told);
    expect(location).not.toContain('#v1.');
    expect(asked).toBe(0);
  });
});
