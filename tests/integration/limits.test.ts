import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseFile } from '#tests/contract/database-file.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { rawAsk } from '#tests/support/raw-http.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arriveBoth, level, make, open } from '#tests/support/talking.ts';

const slowDown = { ok: false, reason: 'slow-down' };
const badRequest = { ok: false, reason: 'bad-request' };

/** Two couples in their rooms under the limits as they are, the first with a session; and a socket of one of the second. */
async function stage() {
  const node = await realtimeNode(await databaseFile(), Date.now, { rateLimitFactor: 1 });
  const quiet = await coupleIn(node.db, node.url);
  const loud = await coupleIn(node.db, node.url);
  const partners = await arriveBoth(quiet);
  await open(partners);
  const raw = await RawClient.enter(node.url, introductionOf(loud.a, node.url));
  if (typeof raw === 'string') throw new Error(raw);
  onTestFinished(() => raw.socket.terminate());
  /** The same couple takes a pause and goes on: three moves, each of which lands. */
  const talkOn = async () => {
    const [a, b] = partners;
    const before = a.session?.seq ?? 0;
    await make(a, { type: 'pause' });
    await level(a, b);
    await make(b, { type: 'resume' });
    await level(b, a);
    await make(a, { type: 'resume' });
    await level(a, b);
    expect([a.session?.seq, b.session?.seq]).toEqual([before + 3, before + 3]);
    expect([a.session?.refused, b.session?.refused]).toEqual([null, null]);
  };
  return { node, loud, raw, partners, talkOn };
}

const count = (replies: readonly unknown[], reply: unknown) =>
  replies.filter((found) => JSON.stringify(found) === JSON.stringify(reply)).length;

describe('Whoever asks too much', () => {
  it('is told to slow down, while every move of another room lands', async () => {
    const { raw, talkOn } = await stage();
    const flood = Promise.all(Array.from({ length: 90 }, () => raw.ask('move:submit', {})));
    await talkOn();
    const replies = await flood;
    await talkOn();
    expect(count(replies, slowDown) + count(replies, badRequest)).toBe(90);
    // A burst of 10 and one a second; the rest depends on how long it took.
    expect(count(replies, badRequest)).toBeGreaterThanOrEqual(11);
    expect(count(replies, slowDown)).toBeGreaterThan(60);
  });

  it('is let go when that changes nothing, whatever it asks, and nobody else is', async () => {
    const { raw, partners, talkOn } = await stage();
    for (let at = 0; at < 300; at += 1) raw.socket.send(`42["no such request",${at}]`);
    await raw.closed;
    await talkOn();
    expect(partners.map(({ client }) => client.snapshot.connection)).toEqual(['online', 'online']);
  });

  it('with another socket on the same seat has no more turns, on another seat it does', async () => {
    const { node, loud, raw } = await stage();
    const enter = async (guest: (typeof loud)['a']) => {
      const tab = await RawClient.enter(node.url, introductionOf(guest, node.url));
      if (typeof tab === 'string') throw new Error(tab);
      onTestFinished(() => tab.socket.terminate());
      return tab;
    };
    const ask = (client: RawClient) =>
      Promise.all(Array.from({ length: 20 }, () => client.ask('exercise:propose', {})));
    expect(count(await ask(raw), badRequest)).toBe(20);
    expect(count(await ask(await enter(loud.a)), slowDown)).toBe(20);
    expect(count(await ask(await enter(loud.b)), badRequest)).toBe(20);
  });

  it('tells of writing more often than anybody writes is not heard, and not answered', async () => {
    const { raw, loud, node } = await stage();
    const other = await RawClient.enter(node.url, introductionOf(loud.b, node.url));
    if (typeof other === 'string') throw new Error(other);
    onTestFinished(() => other.socket.terminate());
    await raw.frame((text) => text.includes('room:changed'));
    raw.frames.length = 0;
    for (let at = 0; at < 60; at += 1) {
      raw.socket.send(`42["presence:writing",{"writing":${at % 2 === 0}}]`);
    }
    // What came before it has been told when the last of these is answered.
    for (let at = 0; at < 5; at += 1) {
      expect(await raw.ask('exercise:propose', {})).toEqual(badRequest);
    }
    expect(raw.frames.filter((text) => text.includes('slow-down'))).toEqual([]);
    const told = raw.frames.filter((text) => text.includes('room:changed')).length;
    // The room is told how it is, and not each time that it was otherwise for a moment.
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(25);
  });

  it('can still read a long log from its beginning at once', async () => {
    const { raw } = await stage();
    const join = { sessionId: 'A'.repeat(22), after: 0 };
    const replies = await Promise.all(
      Array.from({ length: 60 }, () => raw.ask('session:join', join)),
    );
    expect(count(replies, slowDown)).toBe(0);
  });

  it('opens no more than 20 sockets a minute from one address', async () => {
    const node = await realtimeNode(await databaseFile(), Date.now, { rateLimitFactor: 1 });
    const { a } = await coupleIn(node.db, node.url);
    const knocks: (RawClient | string)[] = [];
    for (let at = 0; at < 25; at += 1) {
      knocks.push(await RawClient.enter(node.url, introductionOf(a, node.url)));
    }
    for (const knock of knocks) if (typeof knock !== 'string') knock.socket.terminate();
    expect(knocks.filter((knock) => typeof knock !== 'string')).toHaveLength(20);
    expect(knocks.slice(20)).toEqual(Array.from({ length: 5 }, () => 'no socket'));
  });

  it('over HTTP is told to slow down, by the address that a proxy of ours saw', async () => {
    const settings = { rateLimitFactor: 1, trustedProxies: 1 };
    const { url } = await realtimeNode(await databaseFile(), Date.now, settings);
    const ask = (address: string, method = 'POST') =>
      rawAsk(url, '/api/nowhere', {
        method,
        headers: { 'X-Forwarded-For': `1.1.1.1, ${address}` },
      });
    const statuses: (number | undefined)[] = [];
    for (let at = 0; at < 125; at += 1) statuses.push((await ask('192.0.2.1'))?.status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(120);
    expect(statuses.slice(120)).toEqual([429, 429, 429, 429, 429]);
    expect((await ask('192.0.2.1'))?.body).toBe('{"reason":"slow-down"}');
    expect((await ask('192.0.2.2'))?.status).toBe(404);
    expect((await ask('192.0.2.1', 'GET'))?.status).toBe(404);
  });
});
