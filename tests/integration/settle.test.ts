import { describe, expect, it } from 'vitest';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import { keepTerm } from '#lib/dialogue/lapse.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { createDatabase } from '#prisma/client.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { sessionOf } from '#prisma/sessions.ts';
import { SessionHost } from '#server/session-host.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import { library } from '#tests/support/exercises.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import {
  arrive,
  arriveBoth,
  exercise,
  isAt,
  make,
  open,
  playUntil,
} from '#tests/support/talking.ts';
import type { Guest } from '../../scripts/drive/guest.ts';

const guestAt = (url: string, guest: Guest): Guest => ({ ...guest, url });

/**
 * A couple in the middle of a talk, and the moves that a server wrote down just before it was cut off:
 * they are in the log, and nothing that follows from them has been done.
 */
async function cutOffAfter(...moves: (readonly [Seat, Move])[]) {
  const file = await databaseFile();
  const first = await realtimeNode(file);
  const guests = await coupleIn(first.db, first.url);
  const partners = await arriveBoth(guests);
  await open(partners);
  await playUntil(partners, (one) => isAt(one, 'give-back'));
  const sessionId = await partners[0].until(({ session }) => session?.sessionId);
  for (const partner of partners) partner.close();
  await first.stop();

  const db = await createDatabase({ file });
  const definition = library.findDefinition(exercise);
  if (!definition) throw new Error('No such exercise');
  const epoch = async () => firstEpoch;
  const committed = async () => undefined;
  const deps = { store: createEventStore(db), now: Date.now, epoch, committed };
  const host = await SessionHost.load(sessionId, definition, deps);
  for (const [seat, move] of moves) {
    const submission = { moveId: fresh.move(), move, words: null };
    expect(await host.submit(submission, seat)).toMatchObject({ ok: true });
  }
  await db.$disconnect();
  return { file, guests, sessionId };
}

describe('A server that was cut off between an event and what it means', () => {
  it('ends the session when it is back, so that the next one can be opened', async () => {
    const { file, guests, sessionId } = await cutOffAfter(['a', { type: 'stop' }]);
    const node = await realtimeNode(file);
    const a = arrive(guestAt(node.url, guests.a));
    const b = arrive(guestAt(node.url, guests.b));
    await Promise.all([a, b].map((one) => one.until(({ session }) => session)));
    expect(await sessionOf(node.db, sessionId)).toMatchObject({ words: 'asked' });
    expect((await sessionOf(node.db, sessionId))?.endedAt).not.toBe(null);
    await Promise.all([a, b].map((one) => make(one, { type: 'keep', keep: true })));
    await Promise.all([a, b].map((one) => one.until(({ view }) => view && !view.sessionId)));
    await open([b, a]);
    expect(b.session?.sessionId).not.toBe(sessionId);
  });

  it('lets the words go when it is back, when one had said no, though nobody visits', async () => {
    const { file, guests, sessionId } = await cutOffAfter(
      ['a', { type: 'stop' }],
      ['b', { type: 'keep', keep: false }],
    );
    const node = await realtimeNode(file);
    expect(await sessionOf(node.db, sessionId)).toMatchObject({ words: 'gone' });
    expect(await node.db.event.count({ where: { sessionId, sealed: { not: null } } })).toBe(0);
    const a = arrive(guestAt(node.url, guests.a));
    await a.until(({ view }) => view && view.sessionId === null);
  });
});

describe('Words about which only one has said something', () => {
  it('go when their term has run out, and the room is free for the next session', async () => {
    const file = await databaseFile();
    const first = await realtimeNode(file);
    const guests = await coupleIn(first.db, first.url);
    const partners = await arriveBoth(guests);
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'give-back'));
    const sessionId = await partners[0].until(({ session }) => session?.sessionId);
    await make(partners[0], { type: 'stop' });
    await make(partners[0], { type: 'keep', keep: true });
    const almost = Date.now() + keepTerm - 60_000;
    await first.stop();

    const early = await realtimeNode(file, () => almost);
    expect(await sessionOf(early.db, sessionId)).toMatchObject({ words: 'asked' });
    await early.stop();
    const node = await realtimeNode(file, () => almost + 120_000);
    expect(await sessionOf(node.db, sessionId)).toMatchObject({ words: 'gone' });
    expect(await node.db.event.count({ where: { sessionId, sealed: { not: null } } })).toBe(0);
    const a = arrive(guestAt(node.url, guests.a));
    await a.until(({ view }) => view && view.sessionId === null);
  });
});
