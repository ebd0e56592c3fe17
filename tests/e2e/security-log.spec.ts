import { newCanaries, sightings } from '#tests/support/canaries.ts';
import { rawAsk, rawSend } from '#tests/support/raw-http.ts';
import { tally } from '#tests/support/tally.ts';
import { addressesOf } from './addresses.ts';
import { expect, test } from './test.ts';

test('what somebody puts into a request, wherever in it, is in no log', async ({ weerklank }) => {
  const canaries = newCanaries(50);
  let used = 0;
  const canary = () => {
    used += 1;
    return canaries[(used - 1) % canaries.length] ?? '';
  };
  const inAddress = () => encodeURIComponent(canary());
  for (const address of [...addressesOf('route.ts'), ...addressesOf('page.tsx')]) {
    const headers = () => ({
      Cookie: `weerklank-auth=${inAddress()}; next-auth.csrf-token=${inAddress()}`,
      Authorization: `Bearer ${inAddress()}`,
      'User-Agent': inAddress(),
      'Next-Action': inAddress(),
      RSC: '1',
      'Next-Router-State-Tree': inAddress(),
    });
    for (const target of [
      `${address}?token=${inAddress()}&callbackUrl=${inAddress()}&error=${inAddress()}`,
      `${address}/${inAddress()}`,
      address.replace(/[^/]+$/, inAddress()),
    ]) {
      await rawAsk(weerklank.url, target);
      await rawAsk(weerklank.url, target, { headers: headers() });
      for (const [type, body] of [
        [
          'application/json',
          JSON.stringify({ email: canary(), password: canary(), token: canary() }),
        ],
        ['application/json', `{"broken": "${canary()}`],
        [
          'application/x-www-form-urlencoded',
          new URLSearchParams({ csrfToken: canary(), json: 'true' }),
        ],
        ['multipart/form-data; boundary=x', `--x\r\n\r\n${canary()}\r\n--x--`],
        ['text/plain', canary()],
      ] as const) {
        const sent = { 'Content-Type': type, ...headers() };
        await rawAsk(weerklank.url, target, { method: 'POST', headers: sent, body: `${body}` });
      }
    }
  }
  await rawSend(weerklank.url, `GET /${inAddress()} HTTP/9.9\r\n${inAddress()}\r\n\r\n`);
  expect(used).toBeGreaterThan(500);
  const found = sightings(canaries, { output: Buffer.from(weerklank.output()) });
  tally('canaries', { tried: used, letThrough: found.length });
  expect(found).toEqual([]);
});
