import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Seat } from '#lib/dialogue/seat.ts';
import { MoveReply } from '#lib/protocol.ts';
import { createDatabase } from '#prisma/client.ts';
import { observationTerm } from '#prisma/observations.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import { admit, admitted, endRow, knockIn, Watching } from '#tests/support/admitted.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arriveBoth, isAt, level, make, open, playUntil } from '#tests/support/talking.ts';
import { logOf, seqOf, watchedTalk } from '#tests/support/watched-room.ts';

type Talk = Awaited<ReturnType<typeof watchedTalk>>;

/** The row of an observation: when it ended, and by whom. */
async function endingOf({ db }: Pick<Talk, 'db'>, id: string) {
  const { endedAt, endedBy } = await db.observation.findUniqueOrThrow({ where: { id } });
  return { over: endedAt !== null, endedBy };
}

async function typesIn(talk: Talk): Promise<string[]> {
  return (await logOf(talk.node, talk.sessionId)).map(({ type }) => type);
}

/** A second window of a partner, who lets her go with it: the place in the log, and when it was answered. */
async function letGo({ guests, url, sessionId }: Talk, seat: Seat) {
  const window = await RawClient.enter(url, introductionOf(guests[seat], url));
  if (typeof window === 'string') throw new Error(window);
  onTestFinished(() => window.socket.terminate());
  const submission = { moveId: fresh.move(), move: { type: 'revoke' }, words: null };
  const asking = window.ask('move:submit', { sessionId, submission });
  return asking.then((answer) => {
    const reply = v.parse(MoveReply, answer);
    if (!reply.ok) throw new Error(reply.reason);
    return { seq: reply.seq, at: performance.now() };
  });
}

describe('Whoever lets her go in mid-sentence', () => {
  it.for(['a', 'b'] as const)(
    'has done so the moment it is answered: not one more event reaches her (%s)',
    async (seat, { annotate }) => {
      // Nobody looks into the database for news: the commit alone must do it.
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
      onTestFinished(() => void vi.useRealTimers());
      const waited: number[] = [];
      for (let time = 0; time < 3; time += 1) {
        const talk = await watchedTalk();
        const { partners, a, b, watching, url, therapist, roomId } = talk;
        await playUntil(partners, (one) => isAt(one, 'give-back'));
        const tabs = [watching, await Watching.in(url, therapist, roomId)];
        await tabs[1]?.join(talk.sessionId);
        // The listener gives back what was said at the very same moment.
        const [{ seq, at }] = await Promise.all([letGo(talk, seat), b.act('mirror', 0)]);
        await Promise.all(tabs.map(({ client }) => client.closed));
        waited.push(...tabs.map(({ closedAt }) => (closedAt ?? Number.POSITIVE_INFINITY) - at));

        await Promise.all(
          [a, b].map((one) =>
            one.until(
              ({ session }) =>
                session?.seq === seq + 1 || (session?.seq === seq && !session.pending),
            ),
          ),
        );
        await playUntil(partners, (one) => isAt(one, 'invite'));
        for (const tab of tabs) {
          expect(tab.events.filter((event) => event.seq >= seq)).toEqual([]);
        }
        expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
        expect(await endingOf(talk, therapist.id)).toEqual({ over: true, endedBy: seat });
        const types = await typesIn(talk);
        expect(types.filter((type) => /observer|revoked/.test(type))).toEqual([
          'observer-entered',
          'revoked',
        ]);
        await a.until(({ view }) => view && view.observation === null && view.rotationDue);
      }
      const figures = waited.map((milliseconds) => milliseconds.toFixed(1)).join(', ');
      await annotate(`closed ${figures} ms after the answer`, 'figures');
      for (const milliseconds of waited) expect(milliseconds).toBeLessThan(250);
    },
  );

  it('is asked once: the same again is answered as before, and there is nobody left to let go', async () => {
    const talk = await watchedTalk();
    const { a, b } = talk;
    await make(b, { type: 'revoke' });
    await level(b, a);
    await make(a, { type: 'revoke' });
    expect(a.session?.refused?.reason).toBe('not-now');
  });

  it('leaves the door open to nobody: she knocks, and waits for both keys again', async () => {
    const talk = await watchedTalk();
    const { db, url, therapist, roomId, a, b, sessionId } = talk;
    await make(a, { type: 'revoke' });
    await level(a, b);
    const id = await knockIn(db, therapist, roomId);
    expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
    await b.until(({ view }) => view?.observation?.stage === 'waiting');
    await admit(db, id);
    const back = await Watching.in(url, therapist, roomId);
    expect(await back.session()).toBe(sessionId);
    const events = await back.join(sessionId);
    // That she was let go she may know; by whom, not.
    const gone = events.filter(({ fact }) => 'observation' in fact && fact.observation !== id);
    expect(gone.map(({ author, fact }) => [author, fact.type])).toEqual([
      ['observer', 'observer-entered'],
      ['observer', 'observer-left'],
    ]);
    expect(await typesIn(talk)).toEqual([
      'opened',
      'observer-entered',
      'revoked',
      'observer-entered',
    ]);
  });
});

describe('An observation that ends in the database', () => {
  it.for(['observer', 'room'])(
    'closes her sockets and is in the log, whichever process did it (%s)',
    async (endedBy, { annotate }) => {
      const talk = await watchedTalk();
      const { file, a, b, watching, url, therapist, roomId } = talk;
      const elsewhere = await createDatabase({ file });
      onTestFinished(() => elsewhere.$disconnect());
      await endRow(elsewhere, therapist.id, endedBy);
      const at = performance.now();
      await watching.client.closed;
      const waited = (watching.closedAt ?? Number.POSITIVE_INFINITY) - at;
      await annotate(`closed after ${waited.toFixed(1)} ms`, 'figures');
      expect(waited).toBeLessThan(400);
      await Promise.all([a, b].map((one) => one.until(({ session }) => session?.seq === 3)));
      expect(await typesIn(talk)).toEqual(['opened', 'observer-entered', 'observer-left']);
      expect(watching.events.filter(({ seq }) => seq > 2)).toEqual([]);
      await a.until(({ view }) => view && view.observation === null);
      expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
    },
  );

  it('is in the log also when she gave the id it is written with to something of her own', async () => {
    const talk = await watchedTalk();
    const { db, a, watching, therapist, sessionId } = talk;
    const digest = createHash('sha256')
      .update(`weerklank observer leave ${therapist.id} 0`)
      .digest();
    const moveId = digest.subarray(0, 16).toString('base64url');
    const act = { sessionId, moveId, act: { type: 'ask-pause' }, cue: null };
    expect(await watching.ask('observer:act', act)).toBe('ok');
    await endRow(db, therapist.id, 'room');
    await a.until(({ session }) => session && session.state.observer === null);
    expect((await typesIn(talk)).slice(-2)).toEqual(['pause-asked', 'observer-left']);
  });

  it('for want of a talk lets her in to none that comes later', async () => {
    const node = await realtimeNode(await databaseFile());
    const { db, url } = node;
    const guests = await coupleIn(db, url);
    const at = Date.now() - observationTerm;
    const therapist = await admitted(db, guests.a.roomId, { at });
    const partners = await arriveBoth(guests);
    await open(partners);
    const sessionId = await partners[0].until(({ session }) => session?.sessionId);
    expect((await logOf(node, sessionId)).map(({ type }) => type)).toEqual(['opened']);
    expect(await endingOf({ db }, therapist.id)).toEqual({ over: true, endedBy: 'room' });
  });

  it('puts her out who is just coming in, and nobody else', async () => {
    const { node, db, url, watching } = await watchedTalk();
    const { roomId } = (await coupleIn(db, url)).a;
    for (let round = 0; round < 20; round += 1) {
      const therapist = await admitted(node.db, roomId);
      const coming = Watching.enter(url, therapist, roomId);
      await new Promise((resolve) => setTimeout(resolve, round));
      await endRow(db, therapist.id, 'observer');
      const late = await coming;
      if (typeof late === 'string') expect(late).toBe('forbidden');
      else await late.client.closed;
    }
    expect(watching.client.open).toBe(true);
  });
});

describe('The end of a session', () => {
  it('is the last thing she is told, and no key has to be made anew', async () => {
    const talk = await watchedTalk();
    const { db, partners, a, b, watching, url, therapist, roomId } = talk;
    await playUntil(partners, (one) => isAt(one, 'give-back'));
    await make(a, { type: 'stop' });
    await watching.client.closed;
    const seq = seqOf(a);
    expect(watching.events.at(-1)).toMatchObject({ seq, fact: { type: 'stopped' } });
    expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
    expect(await endingOf(talk, therapist.id)).toEqual({ over: true, endedBy: 'session' });
    await level(a, b);
    await Promise.all([a, b].map((one) => make(one, { type: 'keep', keep: true })));
    await a.until(({ view }) => view && view.sessionId === null && !view.rotationDue);
    expect(watching.events.at(-1)?.seq).toBe(seq);
    expect(await db.observationBundle.count()).toBe(0);
  });

  it('is the end for her also when she was not there', async () => {
    const talk = await watchedTalk();
    const { a, watching, therapist } = talk;
    watching.client.socket.terminate();
    await a.until(({ view }) => view?.observation && !view.observation.here);
    await make(a, { type: 'stop' });
    await a.until(({ view }) => view && view.observation === null);
    expect(await endingOf(talk, therapist.id)).toEqual({ over: true, endedBy: 'session' });
  });
});

describe('Two servers on one database', () => {
  it('write once that she came in and once that she is gone, and the other closes her sockets', async ({
    annotate,
  }) => {
    const file = await databaseFile();
    const one = await realtimeNode(file);
    const two = await realtimeNode(file);
    const talk = await watchedTalk({}, one);
    const { partners, a, b, therapist, roomId, sessionId, db } = talk;
    const there = await Watching.in(two.url, therapist, roomId);
    await there.join(sessionId);
    await playUntil(partners, (each) => isAt(each, 'give-back'));
    const { seq, at } = await letGo(talk, 'a');
    await there.client.closed;
    const waited = (there.closedAt ?? Number.POSITIVE_INFINITY) - at;
    await annotate(`closed after ${waited.toFixed(1)} ms`, 'figures');
    expect(waited).toBeLessThan(400);
    expect(there.events.filter((event) => event.seq >= seq)).toEqual([]);
    await level(a, b);

    const again = await admitted(db, roomId);
    const windows = await Promise.all([one, two].map(({ url }) => Watching.in(url, again, roomId)));
    await Promise.all(windows.map((window) => window.join(sessionId)));
    await endRow(db, again.id, 'observer');
    await Promise.all(windows.map(({ client }) => client.closed));
    await a.until(({ session }) => (session?.seq ?? 0) >= seq + 2);
    await new Promise((resolve) => setTimeout(resolve, 600));
    const types = await typesIn(talk);
    expect(types.filter((type) => /observer|revoked/.test(type))).toEqual([
      'observer-entered',
      'revoked',
      'observer-entered',
      'observer-left',
    ]);
  });
});
