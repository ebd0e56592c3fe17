import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserId } from '#lib/dialogue/id.ts';
import { asks, changedTables, mailOf, type Question } from '#tests/support/asks.ts';
import { type Cast, gather, type Person } from '#tests/support/cast.ts';
import { databaseDigest } from '#tests/support/database-digest.ts';
import { routesThereAre } from '#tests/support/doors.ts';
import { House, publicUrl, withProvider } from '#tests/support/house.ts';
import { routes } from '#tests/support/matrix.ts';
import { Tries } from '#tests/support/tally.ts';

let house: House;
let cast: Cast;
beforeAll(async () => {
  house = await House.open(withProvider);
  cast = await gather(house);
});
afterAll(() => house.close());

const json = { 'content-type': 'application/json' };
const ours = { origin: publicUrl };
const port = new URL(publicUrl).host;

/** What a page of somebody else can make a browser send, with the cookies of whoever looks at it. */
function forgeries(body: unknown): Record<string, RequestInit> {
  const text = JSON.stringify(body);
  const fields = Object.entries(Object(body)).map(([name, value]) => [name, String(value)]);
  const form = new URLSearchParams(fields);
  const parts = fields
    .map(
      ([name, value]) => `--x
content-disposition: form-data; name="${name}"

${value}
`,
    )
    .join('');
  const post = (headers: Record<string, string>, sent: BodyInit = text): RequestInit => ({
    method: 'POST',
    headers,
    body: sent,
  });
  const origins = [
    'https://evil.example',
    'null',
    `${publicUrl}.evil.example`,
    `${publicUrl}:8080`,
    `https://${port}`,
    `http://evil-${port}`,
    `${publicUrl}/`,
  ];
  return {
    ...Object.fromEntries(origins.map((origin) => [`from ${origin}`, post({ ...json, origin })])),
    'from nowhere': post(json),
    'from another site': post({ ...json, ...ours, 'sec-fetch-site': 'cross-site' }),
    'from a neighbour': post({ ...json, ...ours, 'sec-fetch-site': 'same-site' }),
    'from the address bar': post({ ...json, ...ours, 'sec-fetch-site': 'none' }),
    'as a form': post({ ...ours }, form),
    'as a form with parts': post(
      { ...ours, 'content-type': 'multipart/form-data; boundary=x' },
      `${parts}--x--\r\n`,
    ),
    'as plain text': post({ ...ours, 'content-type': 'text/plain' }),
    'as a form of plain text': post({ ...ours, 'content-type': 'text/plain; application/json' }),
    'without a type': post({ ...ours, 'content-type': '' }),
    'as a form from elsewhere': post({ origin: 'https://evil.example' }, form),
    ...Object.fromEntries(
      ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'].map((method) => [
        `with ${method}`,
        {
          method,
          headers: { ...json, ...ours },
          ...(method === 'GET' || method === 'HEAD' ? {} : { body: text }),
        },
      ]),
    ),
  };
}

/**
 * Refused for where it comes from or what it is; a form with parts before anybody looks at that. What is read
 * at the same address is answered, to who asks it: a page of somebody else cannot read along.
 */
function expected(how: string, route: string): number {
  const reads = how === 'with GET' || how === 'with HEAD';
  if (reads && routesThereAre().includes(`GET ${route.split(' ')[1]}`)) return 200;
  if (how.startsWith('with ')) return 405;
  return how === 'as a form with parts' ? 415 : 403;
}

/** Somebody who may ask this; somebody new for what changes who somebody is. */
async function whoAsks(route: string, { people }: Cast): Promise<Person> {
  if (route.includes('/guest/')) {
    const visitor = house.visitor();
    await visitor.startRoom();
    return { who: 'stranger', visitor, account: null };
  }
  if (routes[route]?.partner !== '200') return people.observer;
  if (!asks[route]?.spends || !route.includes('/account/')) return people.partner;
  const { visitor, email, password, userId } = await house.owner();
  return { who: 'partner', visitor, account: { email, password, userId: v.parse(UserId, userId) } };
}

async function send(path: string, init: RequestInit, cookie: string): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('cookie', cookie);
  return fetch(house.weerklank.url + path, { ...init, headers, redirect: 'manual' });
}

const signIns = Object.keys(asks).filter(
  (route) => route.startsWith('POST ') && route.includes('[...nextauth]'),
);
const posts = Object.keys(asks).filter(
  (route) => route.startsWith('POST ') && !route.includes('[...nextauth]'),
);

describe('A page of somebody else', () => {
  it('is tried on every route that takes something', () => {
    const tried = new Set(
      [...posts, ...signIns].map((route) => route.split(' ').slice(0, 2).join(' ')),
    );
    expect([...tried].sort()).toEqual(
      routesThereAre()
        .filter((route) => route.startsWith('POST '))
        .toSorted(),
    );
  });

  it.each(posts)('changes nothing by %s', async (route) => {
    const own =
      asks[route]?.spends && route.includes('/[roomId]') ? await gather(house, false) : cast;
    const person = await whoAsks(route, own);
    const question = await asks[route]?.question(own, person);
    if (!question || !('post' in question)) throw new Error('Not a question in JSON');
    const before = databaseDigest(house.file);
    const tries = new Tries();
    const statuses: Record<string, number> = {};
    for (const [how, init] of Object.entries(forgeries(question.body))) {
      const { status } = await send(question.post, init, person.visitor.cookie);
      statuses[how] = status;
      tries.note(how, status !== expected(how, route));
    }
    const tables = changedTables(before, databaseDigest(house.file));
    tries.note('the database', tables.length > 0);
    expect(tries.told('csrf')).toEqual([]);
    expect(tables).toEqual([]);
    // So that it is the forgery that is refused, and not what was asked.
    expect((await person.visitor.thief().post(question.post, question.body)).status).toBe(200);
    await mailOf(house, question);
  });

  it.each(signIns)('lets nobody in or out by %s', async (route) => {
    const { partner } = cast.people;
    const question: Question | undefined = await asks[route]?.question(cast, partner);
    if (!question || !('form' in question)) throw new Error('Not a form');
    const before = databaseDigest(house.file);
    const tries = new Tries();
    const path = `/api/auth/${question.form}`;
    for (const [token, extra] of Object.entries({
      no: {},
      another: { csrfToken: 'f'.repeat(64) },
    })) {
      for (const [how, init] of Object.entries(
        forgeries({ ...question.fields, ...extra, json: 'true' }),
      )) {
        const answer = await send(path, init, partner.visitor.cookie);
        const cookies = answer.headers.getSetCookie();
        const letIn = cookies.some((cookie) => /weerklank-auth=[^;]/.test(cookie));
        tries.note(`${how}, ${token} token: ${answer.status}`, letIn);
      }
    }
    const tables = changedTables(before, databaseDigest(house.file));
    tries.note('the database', tables.length > 0);
    expect(tries.told('csrf')).toEqual([]);
    expect(tables).toEqual([]);
  });
});
