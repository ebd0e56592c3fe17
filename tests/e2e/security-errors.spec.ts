import { join } from 'node:path';
import { createDatabase } from '#prisma/client.ts';
import { hostileTo } from '#tests/support/hostile.ts';
import { Random } from '#tests/support/random.ts';
import { type RawAnswer, rawAsk } from '#tests/support/raw-http.ts';
import { tally } from '#tests/support/tally.ts';
import { startWeerklank } from '#tests/support/weerklank.ts';
import { addressesOf } from './addresses.ts';
import { expect, test } from './test.ts';

/** So many on each route, and on each page, which refuses nearly all of it before it is drawn. */
const tries = { 'route.ts': 500, 'page.tsx': 100 } as const;
const atOnce = 8;

/** What an answer must not tell: where something broke, in what, and how it was asked. */
const leaks = [
  /\n\s+at .+:\d+/,
  /node_modules|\/server\/chunks|webpack|turbopack:\/\//i,
  /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|PRAGMA)\b.*\b(?:FROM|WHERE|VALUES|SET)\b/,
  /prisma|sqlite|better-sqlite|valibot|next-auth(?![.\w-]*=|\.(csrf|callback|state|nonce|pkce)\b)|nextauth/i,
  /\bP[12]\d{3}\b/,
  /\b(?:TypeError|SyntaxError|RangeError|ReferenceError|URIError|Error:)/,
  /ECONN|ENOENT|EACCES|ERR_[A-Z_]+/,
  new RegExp(process.cwd()),
];

/** What an answer to nonsense says, without what a page says to everybody. */
function leakIn({ status, headers, body }: RawAnswer): string | null {
  const type = headers['content-type'] ?? '';
  const told = Object.entries(headers)
    .filter(([name]) => name !== 'set-cookie' && name !== 'content-security-policy')
    .map((entry) => entry.join(': '));
  // Chance and digests can spell anything.
  const spelt = /\\?"?nonce\\?"?[=:]\\?"[^"\\]*|static\/[\w./~-]+/g;
  const said = [...told, body].join('\n').replaceAll(spelt, '');
  const leak = leaks.find((pattern) => pattern.test(said));
  if (leak) return `${leak} in ${said.slice(0, 600)}`;
  if (status < 400) return null;
  if (['', 'Not Found', 'Bad Request', 'Internal Server Error'].includes(body)) return null;
  if (type.startsWith('text/html')) {
    // A well-formed address with nothing behind it: Next has the browser draw our page for that.
    const ours = body.includes('id="content"') || body.includes('id="__next_error__"');
    return ours ? null : `no page of ours: ${body.slice(0, 300)}`;
  }
  return /^\{"(?:reason":"[a-z-]+"|code":\d,"message":"[A-Za-z ]+")\}$/.test(body)
    ? null
    : `no reason: ${body.slice(0, 300)}`;
}

test(`${tries['route.ts']} hostile requests to each route learn nothing, and break nothing`, async ({
  weerklank,
}) => {
  test.setTimeout(600_000);
  const random = new Random(20_261_125);
  const statuses: Record<number, number> = {};
  const faults: string[] = [];
  for (const kind of ['route.ts', 'page.tsx'] as const) {
    const waiting = addressesOf(kind).flatMap((address) =>
      Array.from({ length: tries[kind] }, () => hostileTo(address, random)),
    );
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let request = waiting.pop(); request; request = waiting.pop()) {
          const answer = await rawAsk(weerklank.url, request.target, request);
          const status = answer?.status ?? 0;
          statuses[status] = (statuses[status] ?? 0) + 1;
          const leak = answer && request.method !== 'HEAD' ? leakIn(answer) : null;
          if (leak || status === 0) {
            faults.push(`${status} ${JSON.stringify(request).slice(0, 400)} ${leak}`);
          }
        }
      }),
    );
  }
  const tried = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  tally('hostile-bodies', { tried, letThrough: faults.length });
  expect(faults.slice(0, 5)).toEqual([]);
  expect(Object.keys(statuses).length).toBeGreaterThan(4);
  expect((await rawAsk(weerklank.url, '/healthz'))?.status).toBe(200);
});

test('when the database is broken nobody is told how', async () => {
  const weerklank = await startWeerklank();
  try {
    const db = await createDatabase({ file: join(weerklank.dataDir, 'weerklank.db') });
    for (const table of ['Seat', 'Session', 'Invitation', 'KeptExercise']) {
      await db.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}Gone"`);
    }
    await db.$disconnect();
    for (const address of [...addressesOf('route.ts'), ...addressesOf('page.tsx')]) {
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? '{}' : '';
        const answer = await rawAsk(weerklank.url, address, { method, body });
        expect([address, answer && leakIn(answer)]).toEqual([address, null]);
      }
    }
    const proof = 'A'.repeat(43);
    const known = await rawAsk(weerklank.url, '/api/invitations/standing', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: weerklank.url },
      body: JSON.stringify({ invitationId: proof.slice(0, 22), token: proof, claim: proof }),
    });
    expect(known?.status).toBe(500);
    expect(known && leakIn(known)).toBeNull();
  } finally {
    await weerklank.stop();
  }
});
