import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UserId } from '#lib/dialogue/id.ts';
import { protocolVersion } from '#lib/protocol.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import { handshakeFor, type Introduction, RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { cookieOf, coupleIn, joinWith, roomStartedBy, seatTaken } from '#tests/support/seats.ts';
import { arrive, arriveBoth, make, open } from '#tests/support/talking.ts';
import { Tries } from '#tests/support/tally.ts';

async function house() {
  const node = await realtimeNode(await databaseFile());
  const guests = await coupleIn(node.db, node.url);
  const stranger = await roomStartedBy(node.db, node.url);
  const port = Number(new URL(node.url).port);
  return { node, guests, stranger, port };
}

/** What becomes of someone who knocks: `in`, the message they are refused with, or `no socket`. */
async function knock(url: string, introduction: Introduction): Promise<string> {
  const answer = await RawClient.enter(url, introduction);
  if (typeof answer === 'string') return answer;
  answer.socket.terminate();
  return 'in';
}

describe('Who comes with a page of ours', () => {
  it('is let in on a seat, and nobody else is, whether or not there is such a room', async () => {
    const { node, guests, stranger } = await house();
    const { db } = node;
    const good = guests.a.cookie;
    const tampered = (at: number) =>
      good.slice(0, at) + (good[at] === 'A' ? 'B' : 'A') + good.slice(at + 1);
    const cookies: Record<string, string | undefined> = {
      none: undefined,
      empty: 'weerklank-auth=',
      malformed: 'weerklank-auth=%',
      'no token': 'weerklank-auth=not.a.token',
      'another secret': await cookieOf(db, fresh.user(), {
        secret: 'another secret than that of ours',
      }),
      expired: await cookieOf(db, fresh.user(), { maxAge: -60 }),
      'nobody known': await cookieOf(db, fresh.user()),
      stranger: stranger.cookie,
      'another name': good.replace('weerklank-auth', 'next-auth.session-token'),
      'a name in front': `x${good}`,
      'cut short': good.slice(0, -1),
      ...Object.fromEntries(
        [16, 60, 100, good.length - 3].map((at) => [`changed at ${at}`, tampered(at)]),
      ),
    };
    const rooms = [guests.a.roomId, fresh.room()];
    for (const roomId of rooms) {
      for (const [name, cookie] of Object.entries(cookies)) {
        const auth = handshakeFor(roomId);
        const shown = { origin: node.url, auth, ...(cookie === undefined ? {} : { cookie }) };
        expect([name, await knock(node.url, shown)]).toEqual([name, 'forbidden']);
      }
    }
    const lost = { ...introductionOf(guests.a, node.url), auth: handshakeFor(fresh.room()) };
    expect(await knock(node.url, lost)).toBe('forbidden');
    expect(await knock(node.url, introductionOf(guests.a, node.url))).toBe('in');
    expect(await knock(node.url, introductionOf(guests.b, node.url))).toBe('in');
  });

  it('with a cookie that has run out is not let in on its own seat', async () => {
    const { node } = await house();
    const { db, url } = node;
    const guest = await roomStartedBy(db, url);
    const { userId } = await db.seat.findFirstOrThrow({ where: { roomId: guest.roomId } });
    if (userId === null) throw new Error('A seat without a user');
    const stale = await cookieOf(db, v.parse(UserId, userId), { maxAge: -60 });
    const forged = await cookieOf(db, v.parse(UserId, userId), { secret: 'x'.repeat(40) });
    for (const cookie of [stale, forged]) {
      expect(await knock(url, { ...introductionOf(guest, url), cookie })).toBe('forbidden');
    }
    const renewed = await cookieOf(db, v.parse(UserId, userId));
    expect(await knock(url, { ...introductionOf(guest, url), cookie: renewed })).toBe('in');
  });

  it('is let in only with a handshake of this protocol', async () => {
    const { node, guests } = await house();
    const { roomId } = guests.a;
    const handshakes = [
      {},
      { roomId },
      { protocol: protocolVersion },
      { roomId, protocol: String(protocolVersion) },
      { roomId, protocol: protocolVersion, seat: 'b' },
      { roomId: { $ne: '' }, protocol: protocolVersion },
      { roomId: [roomId], protocol: protocolVersion },
    ];
    for (const auth of handshakes) {
      const shown = { ...introductionOf(guests.a, node.url), auth };
      expect(await knock(node.url, shown)).toBe('forbidden');
    }
  });

  it('hears of another version of the protocol that it is another version', async () => {
    const { node, guests } = await house();
    const auth = { roomId: guests.a.roomId, protocol: protocolVersion - 1 };
    expect(await knock(node.url, { ...introductionOf(guests.a, node.url), auth })).toBe('upgrade');
  });
});

describe('Who comes from a page of somebody else', () => {
  it('gets no socket at all, whatever cookie the browser sends along', async () => {
    const { node, guests, port } = await house();
    const origins = [
      undefined,
      'null',
      '',
      'https://evil.example',
      `http://127.0.0.1.evil.example:${port}`,
      `http://evil127.0.0.1:${port}`,
      `http://127.0.0.1:${port}.evil.example`,
      `http://127.0.0.1:${port + 1}`,
      'http://127.0.0.1',
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      `http://user@127.0.0.1:${port}`,
      `http://127.0.0.1:${port}/`,
      `HTTP://127.0.0.1:${port}`,
    ];
    const { origin: _, ...ours } = introductionOf(guests.a, node.url);
    const tries = new Tries();
    for (const origin of origins) {
      const shown = { ...ours, ...(origin === undefined ? {} : { origin }) };
      tries.note(origin ?? 'none', (await knock(node.url, shown)) !== 'no socket');
    }
    expect(tries.told('origins')).toEqual([]);
    expect(await knock(node.url, { ...ours, origin: node.url })).toBe('in');
  });
});

describe('A seat', () => {
  it('that someone else was let in to loses its sockets, and is closed to its former device', async () => {
    const { node, guests } = await house();
    const [a, b] = await arriveBoth(guests);
    await open([a, b]);
    const tab = arrive(guests.b);
    await tab.until(({ session }) => session);
    const raw = await RawClient.enter(node.url, introductionOf(guests.b, node.url));
    if (typeof raw === 'string') throw new Error(raw);

    const newcomer = arrive(await seatTaken(node.db, guests.a, 'b'));
    await newcomer.until(({ session }) => session);
    await Promise.all(
      [b, tab].map((one) => one.until(({ connection }) => connection === 'refused')),
    );
    await raw.closed;
    expect(await knock(node.url, introductionOf(guests.b, node.url))).toBe('forbidden');

    const told = raw.frames.length;
    await make(a, { type: 'pause' });
    await newcomer.until(({ session }) => session?.state.status === 'held');
    expect(raw.frames).toHaveLength(told);
    expect([b, tab].map(({ session }) => session?.state.status)).toEqual(['running', 'running']);
    expect(a.client.snapshot.view?.seats.b.here).toBe(true);
  });

  it('is not had with a link that was used, replaced or withdrawn', async () => {
    const { node } = await house();
    const { db, url } = node;
    const guest = await roomStartedBy(db, url);
    const a = arrive(guest);
    await a.until(({ view }) => view);
    const invite = async () => {
      const link = await a.client.makeInvitation('b');
      if (!link) throw new Error('No invitation');
      return link;
    };
    const seat = { ...guest, seat: 'b' } as const;
    const replaced = await invite();
    const withdrawn = await invite();
    await a.until(({ view }) => view?.invitation);
    expect(await joinWith(db, replaced, seat)).toBe(null);
    expect(await a.client.withdrawInvitation()).toBe(true);
    expect(await joinWith(db, withdrawn, seat)).toBe(null);

    const link = await invite();
    const partner = await joinWith(db, link, seat);
    if (!partner) throw new Error('Not let in');
    const b = arrive(partner);
    await a.until(({ view, names }) => view?.seats.b.here && names.b === 'Bo');
    expect(await joinWith(db, link, seat, 'Third')).toBe(null);
    expect(await knock(url, introductionOf(partner, url))).toBe('in');
    expect(b.client.snapshot.connection).toBe('online');
  });

  it('does not reach into a session of another room', async () => {
    const { node, guests } = await house();
    const [a, b] = await arriveBoth(guests);
    await open([a, b]);
    const sessionId = a.session?.sessionId;
    const others = await coupleIn(node.db, node.url);
    const raw = await RawClient.enter(node.url, introductionOf(others.a, node.url));
    if (typeof raw === 'string') throw new Error(raw);
    onTestFinished(() => raw.socket.terminate());
    const forbidden = { ok: false, reason: 'forbidden' };
    const nowhere = fresh.session();
    for (const id of [sessionId, nowhere]) {
      expect(await raw.ask('session:join', { sessionId: id, after: 0 })).toEqual(forbidden);
      const submission = { moveId: fresh.move(), move: { type: 'stop' }, words: null };
      expect(await raw.ask('move:submit', { sessionId: id, submission })).toEqual(forbidden);
    }
    const moveId = fresh.move();
    const exercise = { id: 'mirror-dialogue', version: 1 };
    const taking = { sessionId, moveId, exercise, mode: 'written' };
    const theirs = arrive(others.b);
    await theirs.until(({ connection }) => connection === 'online');
    expect(await theirs.client.propose(exercise, 'written')).toBeNull();
    expect(await raw.ask('session:open', taking)).toEqual(forbidden);
    await make(a, { type: 'pause' });
    await b.until(({ session }) => session?.state.status === 'held');
    expect(raw.frames.filter((frame) => frame.includes('session:events'))).toEqual([]);
  });
});
