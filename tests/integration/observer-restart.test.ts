import { describe, expect, it } from 'vitest';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { createDatabase, type Database } from '#prisma/client.ts';
import { createEventStore } from '#prisma/event-store.ts';
import { bindSession } from '#prisma/observation-rows.ts';
import { SessionHost } from '#server/session-host.ts';
import { connectionTo, databaseFile, fresh } from '#tests/contract/database-file.ts';
import { admitted, endRow, Watching } from '#tests/support/admitted.ts';
import { library } from '#tests/support/exercises.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { RealtimeProcess } from '#tests/support/realtime-process.ts';
import { coupleIn } from '#tests/support/seats.ts';
import {
  arrive,
  arriveBoth,
  exercise,
  inSession,
  isAt,
  make,
  open,
  playUntil,
} from '#tests/support/talking.ts';
import { logOf, seqOf, watchedTalk } from '#tests/support/watched-room.ts';

type Talk = Awaited<ReturnType<typeof watchedTalk>>;

/** The same talk after its server went down: meanwhile this is done to the database, and nothing else. */
async function downDuring(talk: Talk, work: (db: Database) => Promise<void>) {
  for (const partner of talk.partners) partner.close();
  await talk.node.stop();
  const db = await createDatabase({ file: talk.file });
  await work(db);
  await db.$disconnect();
  const node = await realtimeNode(talk.file);
  const { a, b } = talk.guests;
  const back = () => [arrive({ ...a, url: node.url }), arrive({ ...b, url: node.url })] as const;
  const knock = () => Watching.enter(node.url, talk.therapist, talk.roomId);
  const types = async () => (await logOf(node, talk.sessionId)).map(({ type }) => type);
  const row = () => node.db.observation.findUniqueOrThrow({ where: { id: talk.therapist.id } });
  return { node, back, knock, types, row };
}

/** Puts a move in the log as a server would that was cut off before it did what follows from it. */
async function written(
  db: Database,
  { sessionId }: Pick<Talk, 'sessionId'>,
  seat: Seat,
  move: Move,
) {
  const definition = library.findDefinition(exercise);
  if (!definition) throw new Error('No such exercise');
  const host = await SessionHost.load(sessionId, definition, {
    store: createEventStore(db),
    now: Date.now,
    epoch: async () => firstEpoch,
    committed: async () => undefined,
  });
  const submission = { moveId: fresh.move(), move, words: null };
  expect(await host.submit(submission, seat)).toMatchObject({ ok: true });
}

describe('A server that comes back in the middle of a talk', () => {
  it('has her back in it, entered once, with what the partners have', async () => {
    const talk = await watchedTalk();
    await playUntil(talk.partners, (one) => isAt(one, 'give-back'));
    const { back, knock, node } = await downDuring(talk, async () => undefined);
    const partners = back();
    await inSession(...partners);
    const watching = await knock();
    if (typeof watching === 'string') throw new Error(watching);
    const sessionId = await watching.session();
    const events = await watching.join(sessionId);
    const log = await logOf(node, sessionId);
    expect(events.map(({ seq }) => seq)).toEqual(log.map(({ seq }) => seq));
    expect(log.filter(({ type }) => type === 'observer-entered')).toHaveLength(1);
    await playUntil([partners[0], partners[1]], (one) => isAt(one, 'landed'));
    await watching.until(seqOf(partners[0]));
  });

  it('keeps her out whom a partner let go just before it was cut off, though nothing else was done', async () => {
    const talk = await watchedTalk();
    const { knock, types, row } = await downDuring(talk, (db) =>
      written(db, talk, 'b', { type: 'revoke' }),
    );
    expect(await knock()).toBe('forbidden');
    expect(await row()).toMatchObject({ endedBy: 'b' });
    expect(await types()).toEqual(['opened', 'observer-entered', 'revoked']);
  });

  it('keeps her out when the talk was stopped just before it was cut off', async () => {
    const talk = await watchedTalk();
    const { knock, row } = await downDuring(talk, (db) => written(db, talk, 'a', { type: 'stop' }));
    expect(await knock()).toBe('forbidden');
    expect(await row()).toMatchObject({ endedBy: 'session' });
  });

  it('writes down that she is gone, when that happened while it was away', async () => {
    const talk = await watchedTalk();
    const { back, knock, types } = await downDuring(talk, (db) =>
      endRow(db, talk.therapist.id, 'observer'),
    );
    expect(await knock()).toBe('forbidden');
    const [a] = back();
    await a.until(({ session }) => session && session.seq >= 3);
    expect(await types()).toEqual(['opened', 'observer-entered', 'observer-left']);
  });

  it('has her enter, when it was cut off between tying her to the talk and writing so', async () => {
    const node = await realtimeNode(await databaseFile());
    const { db, url } = node;
    const guests = await coupleIn(db, url);
    const { roomId } = guests.a;
    const [a, b] = await arriveBoth(guests);
    await open([a, b]);
    const sessionId = await a.until(({ session }) => session?.sessionId);
    const therapist = await admitted(db, roomId);
    await bindSession(db, { id: therapist.id, sessionId });
    const watching = await Watching.in(url, therapist, roomId);
    const events = await watching.join(await watching.session());
    expect(events.map(({ fact }) => fact.type)).toEqual(['opened', 'observer-entered']);
  });
});

it('A server that is killed again and again lets her in once and lets her go once', async () => {
  const file = await databaseFile();
  const db = await connectionTo(file);
  const server = await RealtimeProcess.start(file);
  const url = `http://127.0.0.1:${server.port}`;
  const guests = await coupleIn(db, url);
  const { roomId } = guests.a;
  const partners = await arriveBoth(guests);
  const [a, b] = partners;
  await open(partners);
  const sessionId = await a.until(({ session }) => session?.sessionId);
  const therapist = await admitted(db, roomId);
  for (const wait of [5, 120]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await server.end('SIGKILL');
    await server.start();
  }
  await a.until(({ view }) => view?.observation?.admitted);
  const watching = await Watching.in(url, therapist, roomId);
  await watching.join(await watching.session());
  await b.client.submit({ type: 'revoke' }, null);
  await server.end('SIGKILL');
  await server.start();
  await a.until(({ view }) => view && view.observation === null);
  await make(a, { type: 'pause' });
  await a.until(({ session }) => session?.state.status === 'held');
  const rows = await db.event.findMany({ where: { sessionId }, orderBy: { seq: 'asc' } });
  const facts = rows.map(({ fact }) => fact).filter((fact) => /observer|revoked/.test(fact));
  expect(facts.map((fact) => /"type":"([^"]*)"/.exec(fact)?.[1])).toEqual([
    'observer-entered',
    'revoked',
  ]);
  expect(await Watching.enter(url, therapist, roomId)).toBe('forbidden');
});
