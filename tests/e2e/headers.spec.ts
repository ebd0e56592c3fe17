import { type RawRequest, rawAsk, rawSend } from '#tests/support/raw-http.ts';
import { startWeerklank } from '#tests/support/weerklank.ts';
import { addressesOf } from './addresses.ts';
import { expect, test } from './test.ts';

const permissions =
  'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), ' +
  'gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=(), ' +
  'clipboard-write=(self), publickey-credentials-create=(self), publickey-credentials-get=(self), ' +
  'screen-wake-lock=(self), web-share=(self)';

const policy =
  "script-src 'nonce-…' 'strict-dynamic' 'wasm-unsafe-eval'; default-src 'self'; style-src 'self'; " +
  "connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; frame-src 'none'; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** For what is no request at all. */
const bare = "default-src 'none'; frame-ancestors 'none'";

const always = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': permissions,
  'referrer-policy': 'no-referrer',
  'strict-transport-security': undefined,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Everything that says who made this, in which version. */
const announcements = ['server', 'x-powered-by', 'x-generator', 'via', 'x-aspnet-version'];

interface Asked extends RawRequest {
  target: string;
  /** Left out where it depends on who asks. */
  status?: number;
  /** Whether a browser or a proxy may keep it. */
  kept?: boolean;
  policy?: string;
}

const json = { 'Content-Type': 'application/json' };
const sized = (length: number) => ({ ...json, 'Content-Length': String(length) });

/** One of each kind of answer that the server gives beside its pages and routes. */
const others: readonly Asked[] = [
  { target: '/nergens', status: 404 },
  { target: '/favicon.ico', status: 404 },
  { target: '/room/%E0%A4%A', status: 400 },
  { target: '/nergens', status: 500, headers: { RSC: '1', 'Next-Router-State-Tree': '%' } },
  { target: '/help/', status: 308 },
  { target: '//evil.example/', status: 308 },
  { target: '/icon.svg', status: 200, kept: true },
  { target: '/_next/static/nergens.js', status: 404 },
  { target: '/_next/image?url=%2Ficon.svg&w=16&q=75', status: 404 },
  { target: '/healthz', status: 200 },
  { target: '/readyz', status: 200 },
  { target: '/socket.io/?EIO=4&transport=polling', status: 400 },
  { target: '/socket.io/', status: 400, method: 'POST', headers: sized(2), body: '{}' },
  { target: '/', status: 405, method: 'POST', headers: sized(2), body: '{}' },
  { target: '/help', status: 405, method: 'TRACE' },
  { target: '/api/exercises', status: 405, method: 'PUT', headers: sized(2), body: '{}' },
  { target: '/api/auth/_log', status: 404, method: 'POST', headers: sized(2), body: '{}' },
  { target: '/api/auth/session', status: 400, method: 'POST', headers: sized(1), body: '{' },
  {
    target: '/api/invitations/standing',
    status: 403,
    method: 'POST',
    headers: sized(1),
    body: '{',
  },
  { target: '/api/invitations/standing', status: 413, method: 'POST', headers: sized(1e9) },
  { target: 'http://evil.example/', status: 400 },
  { target: '*', status: 400, method: 'OPTIONS' },
  { target: '/', status: 417, headers: { Expect: 'tea' } },
  { target: '/', status: 411, headers: { 'Transfer-Encoding': 'chunked' } },
  { target: '/', status: 431, headers: { Cookie: 'a'.repeat(20_000) }, policy: bare },
  { target: '/', status: 400, method: 'BREW', policy: bare },
  { target: '/', status: 400, headers: { 'Content-Length': 'long' }, policy: bare },
];

/** Of whoever is not signed in, these ask it first. */
const behindSignIn: ReadonlySet<string> = new Set(['/account', '/account/unlock', '/desk']);
const pages: readonly Asked[] = addressesOf('page.tsx').map((target) => ({
  target,
  status: behindSignIn.has(target) ? 307 : 200,
}));
const routes: readonly Asked[] = addressesOf('route.ts').map((target) => ({ target }));

test('every answer carries the headers of its kind, and says nothing of who made the server', async ({
  weerklank,
}) => {
  const nonces: string[] = [];
  for (const asked of [...pages, ...routes, ...others]) {
    const answer = await rawAsk(weerklank.url, asked.target, asked);
    if (!answer) throw new Error(`No answer to ${asked.target}`);
    const { headers, status } = answer;
    const told = `${asked.method ?? 'GET'} ${asked.target}`;
    const own = headers['content-security-policy'] ?? '';
    nonces.push(...(/'nonce-([^']+)'/.exec(own)?.slice(1) ?? []));
    const found = {
      ...Object.fromEntries(Object.keys(always).map((name) => [name, headers[name]])),
      'content-security-policy': own.replace(/'nonce-[\w+/=]{24}'/, "'nonce-…'"),
    };
    const expected = { ...always, 'content-security-policy': asked.policy ?? policy };
    expect([told, status, found]).toEqual([told, asked.status ?? status, expected]);
    const cached = headers['cache-control'] ?? '';
    expect([told, cached]).toEqual([
      told,
      asked.kept ? expect.stringContaining('public') : expect.stringContaining('no-store'),
    ]);
    const announced = announcements.filter((name) => headers[name] !== undefined);
    expect([told, announced]).toEqual([told, []]);
    const versions = Object.entries(headers).filter(([, value]) => /\b\d+\.\d+\.\d+\b/.test(value));
    expect([told, versions]).toEqual([told, []]);
  }
  expect(nonces.length).toBeGreaterThan(20);
  expect(new Set(nonces).size).toBe(nonces.length);
  const noise = await rawSend(weerklank.url, 'noise\r\n\r\n');
  expect(noise?.headers).toMatchObject({ 'content-security-policy': bare });
  const html = (await rawAsk(weerklank.url, '/'))?.body ?? '';
  const asset = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? '';
  const kept = await rawAsk(weerklank.url, asset);
  expect([kept?.status, kept?.headers['cache-control']]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ]);
});

test('a visitor cannot tell the server what its nonce is, nor where it is', async ({
  weerklank,
}) => {
  const forged = {
    'Content-Security-Policy': "script-src 'nonce-b3VycyBub3cgaXMgeW91cnM='",
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
  };
  const page = await rawAsk(weerklank.url, '/', { headers: forged });
  expect(page?.body).not.toContain('b3VycyBub3cgaXMgeW91cnM=');
  const providers = await rawAsk(weerklank.url, '/api/auth/providers', { headers: forged });
  expect(providers?.status).toBe(200);
  expect(JSON.stringify(providers)).not.toContain('evil.example');
});

test('over https browsers are told to come back over https only', async () => {
  const weerklank = await startWeerklank('', { PUBLIC_URL: 'https://weerklank.example' });
  try {
    const strict = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };
    for (const target of ['/', '/nergens', '/api/exercises', '/healthz', 'http://evil.example/']) {
      const answer = await rawAsk(weerklank.url, target);
      expect(answer?.headers).toMatchObject(strict);
      expect(answer?.headers['content-security-policy']).toContain('; upgrade-insecure-requests');
    }
    const noise = await rawSend(weerklank.url, 'noise\r\n\r\n');
    expect(noise?.headers).toMatchObject(strict);
    expect(weerklank.output()).toContain('TRUST_PROXY');
  } finally {
    await weerklank.stop();
  }
});
