import { describe, expect, it, onTestFinished } from 'vitest';
import { pageSize } from '#lib/protocol.ts';
import { databaseFile } from '#tests/contract/database-file.ts';
import { moveExchanges } from '#tests/support/exchanges.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf, joinPages } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { rowsIn } from '#tests/support/rows.ts';
import { coupleIn } from '#tests/support/seats.ts';
import {
  arrive,
  arriveBoth,
  exercise,
  isAt,
  level,
  make,
  open,
  playPart,
  playUntil,
} from '#tests/support/talking.ts';
import { Wiretap } from '#tests/support/wiretap.ts';
import type { Guest } from '../../scripts/drive/guest.ts';

async function room() {
  const node = await realtimeNode(await databaseFile());
  const tap = await Wiretap.before(Number(new URL(node.url).port));
  const guests = await coupleIn(node.db, tap.url);
  return { node, tap, guests, partners: await arriveBoth(guests) };
}

describe('Two partners', () => {
  it.each(['written', 'spoken'] as const)('play a whole %s exercise', async (mode) => {
    const { guests, partners } = await room();
    const [a, b] = partners;
    await open(partners, mode);
    await Promise.all([playPart(a), playPart(b)]);
    await level(a, b);
    await level(b, a);
    const late = arrive(guests.b);
    await level(a, late);

    expect(a.session?.state).toMatchObject({ status: 'ended', how: 'completed', words: 'asked' });
    expect([a, b, late].map(({ session }) => session?.intact)).toEqual([true, true, true]);
    expect(b.lines).toEqual(a.lines);
    expect(late.lines).toEqual(a.lines);
    const read = a.lines.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
    expect(read.toSorted()).toEqual(mode === 'written' ? [...a.said, ...b.said].toSorted() : []);
    expect(a.lines.filter(({ content }) => content.kind === 'rating')).toHaveLength(6);

    await Promise.all([a, b].map((one) => make(one, { type: 'keep', keep: true })));
    await Promise.all(
      [a, b].map((one) => one.until(({ view }) => view !== null && view.sessionId === null)),
    );
    await open([b, a]);
    expect(a.session?.state).toMatchObject({ status: 'running', opener: 'b' });
  });

  it('open one session when the proposal is accepted on two devices at once', async () => {
    const { node, guests, partners } = await room();
    const [proposer, other] = partners;
    const elsewhere = arrive(guests.b);
    await proposer.client.propose(exercise, 'written');
    const accepting = [other, elsewhere];
    await Promise.all(accepting.map((one) => one.until(({ view }) => view?.proposal)));
    const answers = await Promise.all(accepting.map((one) => one.accept()));
    expect(answers).toContain(null);
    for (const answer of answers) expect([null, 'session-open', 'not-proposed']).toContain(answer);
    const [a, b] = await Promise.all(partners.map((one) => one.until(({ session }) => session)));
    expect(a?.sessionId).toBe(b?.sessionId);
    expect((await rowsIn(node.db)).Session).toHaveLength(1);
  });

  it('both land an answer that they give at the same moment', async () => {
    const { tap, partners } = await room();
    const [a, b] = partners;
    await open(partners);
    for (const step of ['arrive', 'halfway', 'depart']) {
      await playUntil(partners, (one) => isAt(one, step));
      await Promise.all(partners.map((one) => one.act('rate', 0)));
      await Promise.all(
        partners.map((one) => one.until(({ session }) => session && !isAt(one, step))),
      );
    }
    const refusals = moveExchanges(tap.said).flatMap(({ reply }) =>
      reply?.ok === false ? [reply.reason] : [],
    );
    expect(refusals).toEqual(['chain-moved', 'chain-moved', 'chain-moved']);
    expect([a, b].map(({ session }) => session?.refused)).toEqual([null, null]);
    expect([a, b].map(({ session }) => session?.intact)).toEqual([true, true]);
    expect(a.lines.filter(({ content }) => content.kind === 'rating')).toHaveLength(6);
    expect(b.lines).toEqual(a.lines);
  });

  it('see each other come, write and go, and none of it is stored', async () => {
    const { node, guests, partners } = await room();
    const [a, b] = partners;
    await open(partners);
    const before = await rowsIn(node.db);

    b.client.setWriting(true);
    await a.until(({ view }) => view?.seats.b.writing);
    b.client.setWriting(false);
    await a.until(({ view }) => view && !view.seats.b.writing);
    b.client.setWriting(true);
    await a.until(({ view }) => view?.seats.b.writing);
    b.close();
    await a.until(({ view }) => view && !view.seats.b.here && !view.seats.b.writing);
    arrive(guests.b);
    await a.until(({ view }) => view?.seats.b.here);

    expect(await rowsIn(node.db)).toEqual(before);
  });

  it('are not told that somebody writes whose move has arrived', async () => {
    const { partners } = await room();
    const [a, b] = partners;
    await open(partners);
    a.client.setWriting(true);
    await b.until(({ view }) => view?.seats.a.writing);
    await playUntil(partners, (one) => isAt(one, 'answer'));
    b.client.setWriting(true);
    await b.until(({ view }) => view?.seats.b.writing);
    expect(b.client.snapshot.view?.seats.a.writing).toBe(false);
  });

  it('see no one who came and went at once', async () => {
    const node = await realtimeNode(await databaseFile());
    const rooms = await Promise.all(Array.from({ length: 20 }, () => coupleIn(node.db, node.url)));
    const comeAndGo = async (guest: Guest) => {
      const visit = await RawClient.enter(node.url, introductionOf(guest, node.url));
      if (typeof visit === 'string') throw new Error(visit);
      visit.socket.terminate();
    };
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(rooms.flatMap(({ a, b }) => [a, b, b]).map(comeAndGo));
    }
    for (const guests of rooms) {
      const a = arrive(guests.a);
      await a.until(({ view }) => view && !view.seats.b.here);
      const b = arrive(guests.b);
      await a.until(({ view }) => view?.seats.b.here);
      await b.until(({ view }) => view?.seats.a.here);
    }
  });
});

describe('Two tabs of one partner', () => {
  it('follow each other, and of two moves at once one lands', async () => {
    const { tap, guests, partners } = await room();
    const [a, b] = partners;
    await open(partners);
    const tab = arrive(guests.a);
    await level(a, tab);

    const topic = await tab.act('propose', 0);
    await Promise.all([a, b].map((one) => one.until(() => isAt(one, 'answer'))));
    expect(a.lines.at(-1)?.content).toEqual({ kind: 'text', text: topic });

    await playUntil(partners, (one) => isAt(one, 'tell'));
    await level(a, tab);
    tap.said.length = 0;
    const said = await Promise.all([a, tab].map((one) => one.act('send', 0)));
    const replies = () => moveExchanges(tap.said).flatMap(({ reply }) => reply ?? []);
    await tap.until(() => replies().length === 2);
    expect(replies().filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all([a, b, tab].map((one) => one.until(() => isAt(one, 'give-back'))));
    const texts = b.lines.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
    expect(texts.filter((text) => said.includes(text))).toHaveLength(1);
    const loser = a.session?.refused ? a : tab;
    await loser.until(({ session }) => session?.refused);
    expect(tab.lines).toEqual(a.lines);
  });

  it('are one presence', async () => {
    const { guests, partners } = await room();
    const [a, b] = partners;
    const tab = arrive(guests.b);
    await tab.until(({ view }) => view?.seats.b.here);
    b.close();
    tab.client.setWriting(true);
    await a.until(({ view }) => view?.seats.b.writing);
    expect(a.client.snapshot.view?.seats.b.here).toBe(true);
    tab.close();
    await a.until(({ view }) => view && !view.seats.b.here);
  });
});

describe('A long session', () => {
  it('reaches whoever joins late in pages', async () => {
    const { node, guests, partners } = await room();
    const [a, b] = partners;
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'give-back'));
    while ((a.session?.seq ?? 0) <= 2 * pageSize) {
      await make(a, { type: 'pause' });
      await make(a, { type: 'resume' });
      await level(a, b);
      await make(b, { type: 'resume' });
      await level(b, a);
    }
    await playUntil(partners, (one) => isAt(one, 'landed'));
    const seq = a.session?.seq ?? 0;

    const late = arrive(guests.b);
    await level(a, late);
    expect(late.lines).toEqual(a.lines);
    expect(late.session?.intact).toBe(true);

    const raw = await RawClient.enter(node.url, introductionOf(guests.b, node.url));
    if (typeof raw === 'string') throw new Error(raw);
    onTestFinished(() => raw.socket.terminate());
    const pages = await joinPages(raw, a.session?.sessionId ?? '');
    expect(pages.map(({ length }) => length)).toEqual([pageSize, pageSize, seq - 2 * pageSize]);
    expect(pages.flat()).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
  });
});
