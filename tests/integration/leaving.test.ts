import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type RoomId, UserId } from '#lib/dialogue/id.ts';
import type { Database } from '#prisma/client.ts';
import { leaveRoom } from '#prisma/leaving.ts';
import { announceRoom } from '#prisma/news.ts';
import { eraseOwnWords } from '#prisma/own-moves.ts';
import { readingsOf } from '#prisma/reading-log.ts';
import { sessionOf } from '#prisma/sessions.ts';
import { connectionTo, databaseFile, fresh } from '#tests/contract/database-file.ts';
import { library } from '#tests/support/exercises.ts';
import { RawClient } from '#tests/support/raw-client.ts';
import { introductionOf } from '#tests/support/raw-joining.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn, seatTaken } from '#tests/support/seats.ts';
import { arrive, arriveBoth, isAt, make, open, playUntil } from '#tests/support/talking.ts';
import type { Guest } from '../../scripts/drive/guest.ts';

const findExercise = library.findDefinition;

/** A couple in the middle of a talk, and a page's connection to the same database. */
async function talking() {
  const file = await databaseFile();
  const node = await realtimeNode(file);
  const guests = await coupleIn(node.db, node.url);
  const partners = await arriveBoth(guests);
  await open(partners);
  await playUntil(partners, (one) => isAt(one, 'give-back'));
  const sessionId = await partners[0].until(({ session }) => session?.sessionId);
  const page = await connectionTo(file);
  const { roomId } = guests.a;
  return { node, guests, partners, sessionId, page, roomId };
}

async function userOf(page: Database, roomId: RoomId): Promise<UserId> {
  const seat = await page.seat.findFirst({ where: { roomId, seat: 'b' } });
  return v.parse(UserId, seat?.userId);
}

async function raw(guest: Guest): Promise<RawClient> {
  const client = await RawClient.enter(guest.url, introductionOf(guest, guest.url));
  if (typeof client === 'string') throw new Error(client);
  onTestFinished(() => client.socket.terminate());
  return client;
}

const keepBoth = async (partners: Awaited<ReturnType<typeof arriveBoth>>) => {
  await make(partners[0], { type: 'stop' });
  await partners[1].until(({ session }) => session?.state.status === 'ended');
  await make(partners[0], { type: 'keep', keep: true });
  await partners[1].until(
    ({ session }) => session?.state.status === 'ended' && session.state.keep.a,
  );
  await make(partners[1], { type: 'keep', keep: true });
};

describe('Somebody who leaves a room while the other is in it', () => {
  it('is out at once, and the other sees the talk stopped and the seat free', async () => {
    const { partners, page, roomId, guests } = await talking();
    const userId = await userOf(page, roomId);
    await leaveRoom(page, { roomId, userId, now: Date.now(), erase: false, findExercise });
    const [a, b] = partners;
    await b.until(({ connection }) => connection === 'refused');
    await a.until(({ session }) => session?.state.status === 'ended');
    const view = await a.until(({ view: now }) => now && !now.seats.b.taken && now);
    expect(view.seats.b).toEqual({ taken: false, sealedName: null, here: false, writing: false });
    const back = arrive(guests.b);
    await back.until(({ connection }) => connection === 'refused');
  });

  it('leaves nothing of the past to whoever sits there next', async () => {
    const { partners, page, roomId, node, guests, sessionId } = await talking();
    await keepBoth(partners);
    const userId = await userOf(page, roomId);
    await leaveRoom(page, { roomId, userId, now: Date.now(), erase: false, findExercise });
    await partners[1].until(({ connection }) => connection === 'refused');
    const next = await raw(await seatTaken(node.db, guests.a, 'b'));
    expect(await next.ask('session:join', { sessionId, after: 0 })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
    const submission = { moveId: fresh.move(), move: { type: 'destroy' }, words: null };
    expect(await next.ask('move:submit', { sessionId, submission })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
    expect(await sessionOf(page, sessionId)).toMatchObject({ words: 'kept' });
  });
});

describe('Words of a talk that is over', () => {
  it('are not given over a socket without being noted', async () => {
    const { partners, page, roomId, sessionId, guests } = await talking();
    await make(partners[0], { type: 'stop' });
    await partners[1].until(({ session }) => session?.state.status === 'ended');
    expect(await readingsOf(page, roomId)).toEqual([]);
    const again = arrive(guests.b);
    await again.until(({ session }) => session?.state.status === 'ended');
    expect(await readingsOf(page, roomId)).toMatchObject([
      { seat: 'b', what: 'transcript', sessionId },
    ]);
    const level = { sessionId, after: again.session?.seq ?? 0 };
    const client = await raw(guests.b);
    expect(await client.ask('session:join', level)).toMatchObject({ ok: true, events: [] });
    expect(await readingsOf(page, roomId)).toHaveLength(1);
  });

  it('are noted once for each visit, however often it asks for them', async () => {
    const { partners, page, roomId, sessionId, guests } = await talking();
    await make(partners[0], { type: 'stop' });
    await partners[1].until(({ session }) => session?.state.status === 'ended');
    const client = await raw(guests.b);
    const join = () => client.ask('session:join', { sessionId, after: 0 });
    const answers = await Promise.all([1, 2, 3].map(join));
    expect([...answers, await join()]).toMatchObject([1, 2, 3, 4].map(() => ({ ok: true })));
    expect(await page.reading.count({ where: { roomId } })).toBe(1);
    await (await raw(guests.b)).ask('session:join', { sessionId, after: 0 });
    expect(await page.reading.count({ where: { roomId } })).toBe(2);
  });

  it('go from both screens when their author erases them all from a page', async () => {
    const { partners, page, roomId, sessionId } = await talking();
    const mover = { roomId, seat: 'a', leftAt: null, now: Date.now(), findExercise } as const;
    await eraseOwnWords(page, mover);
    await announceRoom(page, roomId);
    for (const partner of partners) {
      await partner.until(
        ({ session }) =>
          session?.lines.some(({ fact }) => fact.type === 'erased') &&
          !session.lines.some(({ by, content }) => by === 'a' && content.kind === 'text'),
      );
    }
    const where = { sessionId, author: 'a', sealed: { not: null } };
    expect(await page.event.count({ where })).toBe(0);
    expect(await page.event.count({ where: { ...where, author: 'b' } })).toBeGreaterThan(0);
  });
});
