import { existsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shortestTimeOut } from '#lib/dialogue/terms.ts';
import { connectionTo, databaseFile } from '#tests/contract/database-file.ts';
import { playSessions } from '#tests/support/couples-at-play.ts';
import { isMove, moveExchanges } from '#tests/support/exchanges.ts';
import { lockedFor } from '#tests/support/lock.ts';
import { checkLog } from '#tests/support/log-check.ts';
import { RealtimeProcess } from '#tests/support/realtime-process.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arrive, arriveBoth, isAt, level, make, open, playUntil } from '#tests/support/talking.ts';
import { Wiretap } from '#tests/support/wiretap.ts';

async function stage(couples: number) {
  const file = await databaseFile();
  const db = await connectionTo(file);
  const server = await RealtimeProcess.start(file);
  const tap = await Wiretap.before(server.port);
  const guests = await Promise.all(Array.from({ length: couples }, () => coupleIn(db, tap.url)));
  await db.$disconnect();
  const [first] = guests;
  if (!first) throw new Error('Nobody is there');
  return { file, server, tap, guests, first };
}

function sizeOfWriteAheadLog(file: string): number {
  return existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
}

describe('A server that is told to stop', () => {
  it('lets everyone go in peace while they play, and loses nothing', async () => {
    const { file, server, tap, guests } = await stage(4);
    let ended = 0;
    const playing = Promise.all(guests.map((couple) => playSessions(couple, () => ended < 3)));

    for (; ended < 3; ended += 1) {
      const movers = new Set<number>();
      const everyone = 2 * guests.length;
      await tap.heard((said) => isMove(said) && movers.add(said.connection).size === everyone);
      const told = tap.heard(
        ({ text, connection }) => text.includes('server:restart') && movers.has(connection),
        everyone,
      );
      const ending = await server.end('SIGTERM');
      await told;
      expect(ending).toMatchObject({ code: 0, signal: null });
      expect(ending.milliseconds).toBeLessThan(10_000);
      expect(sizeOfWriteAheadLog(file)).toBe(0);
      await server.start();
    }
    const readings = (await playing).flat();
    await server.end('SIGTERM');

    const exchanges = moveExchanges(tap.said);
    expect(checkLog(file, exchanges)).toMatchObject({ integrity: 'ok', lost: 0, gaps: 0 });
    const refusals = exchanges.flatMap(({ reply }) => (reply?.ok === false ? [reply.reason] : []));
    expect(refusals.filter((reason) => !['draining', 'chain-moved'].includes(reason))).toEqual([]);
    for (const { views, said } of readings) {
      const [a, b, late] = views;
      expect([b, late]).toEqual([a, a]);
      const texts = a?.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
      expect(texts?.toSorted()).toEqual(said.toSorted());
    }
    expect(server.output).not.toContain('"level":50');
  });

  it('keeps a move that is made meanwhile on the device, and takes it once afterwards', async () => {
    const { server, tap, first } = await stage(1);
    const partners = await arriveBoth(first);
    const [a, b] = partners;
    await open(partners);
    await server.end('SIGTERM');

    const topic = await a.act('propose', 0);
    expect(await a.until(({ session }) => session?.pending?.trouble)).toBe('no-answer');
    expect(a.session?.pending?.words).toEqual({ kind: 'text', text: topic });
    await server.start();
    await b.until(() => isAt(b, 'answer'));
    await a.until(({ session }) => session && !session.pending);
    expect(b.lines.map(({ content }) => content)).toEqual([
      { kind: 'none' },
      { kind: 'text', text: topic },
    ]);
    expect(new Set(moveExchanges(tap.said).map(({ submission }) => submission.moveId)).size).toBe(
      1,
    );
  });

  it('answers what it was asked before, and takes nothing new', async () => {
    const { file, server, tap, first } = await stage(1);
    const partners = await arriveBoth(first);
    const [a, b] = partners;
    await open(partners);
    const { released } = await lockedFor(file, 900);
    const sent = tap.heard(isMove);
    const topic = await a.act('propose', 0);
    await sent;
    // Told behind the move on the same connection: the server has read both.
    a.client.setWriting(true);
    await b.until(({ view }) => view?.seats.a.writing);
    const draining = server.printed('"msg":"draining"');
    const ending = server.end('SIGTERM');
    await draining;
    await b.client.submit({ type: 'pause' }, null);
    expect((await ending).code).toBe(0);
    await released;

    const repliesTo = (type: string) =>
      moveExchanges(tap.said).flatMap(({ submission, reply }) =>
        submission.move.type === type ? [reply] : [],
      );
    expect(repliesTo('propose')[0]).toMatchObject({ ok: true });
    const refused = repliesTo('pause').filter((reply) => reply !== null);
    expect(refused).toEqual(refused.map(() => ({ ok: false, reason: 'draining' })));
    expect(b.session?.pending?.move).toEqual({ type: 'pause' });
    await server.start();
    await Promise.all(
      [a, b].map((one) => one.until(({ session }) => session?.state.status === 'held')),
    );
    expect(a.lines.map(({ content }) => content)).toEqual([
      { kind: 'none' },
      { kind: 'text', text: topic },
      { kind: 'none' },
    ]);
    await tap.until(() => repliesTo('pause').some((reply) => reply?.ok));
  });

  it('does not wait for who holds a connection and says nothing', async () => {
    const { file, server, first } = await stage(1);
    await open(await arriveBoth(first));
    const silent = connect(server.port, '127.0.0.1');
    const slow = connect(server.port, '127.0.0.1');
    for (const socket of [silent, slow]) {
      socket.on('error', () => undefined);
      onTestFinished(() => void socket.destroy());
    }
    await new Promise<void>((resolve) =>
      slow.write('POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1', () => resolve()),
    );
    const ending = await server.end('SIGTERM');
    expect(ending.code).toBe(0);
    expect(ending.milliseconds).toBeLessThan(5_000);
    expect(sizeOfWriteAheadLog(file)).toBe(0);
  });

  it('brings a time-out back with the moment that was agreed', async () => {
    const { server, first } = await stage(1);
    const partners = await arriveBoth(first);
    const [a, b] = partners;
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'tell'));
    const until = Date.now() + 2 * shortestTimeOut;
    await make(a, { type: 'time-out', until });
    await level(a, b);
    const before = b.session?.state;
    expect(before).toMatchObject({ status: 'held', hold: { kind: 'time-out', until } });
    await server.end('SIGTERM');
    await server.start();

    const late = arrive(first.b);
    await level(b, late);
    expect(late.session?.state).toEqual(before);
    await make(late, { type: 'resume' });
    expect(late.session?.refused?.reason).toBe('too-soon');
    await late.client.submit({ type: 'counter', until: until + 60_000 }, null);
    await a.until(
      ({ session }) =>
        session?.state.status === 'held' &&
        session.state.hold.kind === 'time-out' &&
        session.state.hold.counter?.until === until + 60_000,
    );
  });
});
