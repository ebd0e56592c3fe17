import { describe, expect, it } from 'vitest';
import { openSession } from '#prisma/sessions.ts';
import { databaseFile, fresh } from '#tests/contract/database-file.ts';
import { exerciseOf } from '#tests/support/exercises.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arrive, arriveBoth, exercise, inSession, open } from '#tests/support/talking.ts';

async function room() {
  const file = await databaseFile();
  const node = await realtimeNode(file);
  const guests = await coupleIn(node.db, node.url);
  return { file, node, guests, partners: await arriveBoth(guests) };
}

const { id, version } = exerciseOf('appreciation').definition;
const other = { id, version };

describe('An exercise put forward', () => {
  it('is seen by both, and opened only by the other: whoever put it forward speaks first', async () => {
    const { partners } = await room();
    const [a, b] = partners;
    expect(await b.client.propose(exercise, 'spoken')).toBeNull();
    await Promise.all(
      partners.map((one) =>
        one.until(({ view }) => view?.proposal?.by === 'b' && view.proposal.mode === 'spoken'),
      ),
    );
    expect(await b.accept()).toBe('not-proposed');
    expect(await a.accept()).toBeNull();
    await inSession(a, b);
    expect(a.session?.state).toMatchObject({ opener: 'b', mode: 'spoken', exercise });
    expect(a.client.snapshot.view?.proposal).toBeNull();
  });

  it('is gone without a trace when either of the two takes it away', async () => {
    const { node, partners } = await room();
    const [a, b] = partners;
    for (const taker of partners) {
      await a.client.propose(exercise, 'written');
      await b.until(({ view }) => view?.proposal);
      await taker.retract();
      await Promise.all(partners.map((one) => one.until(({ view }) => view && !view.proposal)));
      expect(await b.accept()).toBe('not-proposed');
    }
    expect(await node.db.proposal.count()).toBe(0);
  });

  it('is not opened in the place of another that came in between', async () => {
    const { partners } = await room();
    const [a, b] = partners;
    await a.client.propose(exercise, 'written');
    await b.until(({ view }) => view?.proposal);
    const seen = b.client.snapshot.view?.proposal;
    if (!seen) throw new Error('Nothing to accept');
    await a.client.propose(other, 'written');
    expect(await b.client.openProposed(seen)).toBe('not-proposed');
    expect(await b.client.retract(seen)).toBeNull();
    await b.until(({ view }) => view?.proposal?.exercise.id === id);
    expect(await b.accept()).toBeNull();
    await inSession(a, b);
    expect(a.session?.exercise.id).toBe(id);
  });

  it('waits for a partner who is away, also while the server stops and starts', async () => {
    const { file, node, guests, partners } = await room();
    await partners[1].close();
    await partners[0].client.propose(other, 'written');
    partners[0].close();
    await node.stop();
    const again = await realtimeNode(file);
    const b = arrive({ ...guests.b, url: again.url });
    await b.until(({ view }) => view?.proposal?.exercise.id === id);
    expect(await b.accept()).toBeNull();
    await b.until(({ session }) => session?.state.opener === 'a');
  });

  it('is refused while a session runs, and for an exercise there is not', async () => {
    const { partners } = await room();
    const [a] = partners;
    expect(await a.client.propose({ id: 'no-such-thing', version: 1 }, 'written')).toBe(
      'unknown-exercise',
    );
    await open(partners);
    expect(await a.client.propose(other, 'written')).toBe('session-open');
  });

  it('opens although another session was cut off before its first event', async () => {
    const { node, guests, partners } = await room();
    const [a, b] = partners;
    const sessionId = fresh.session();
    await openSession(node.db, { sessionId, roomId: guests.a.roomId, exercise, now: 1 });
    await a.client.propose(other, 'written');
    await b.until(({ view }) => view?.proposal);
    expect(await b.accept()).toBeNull();
    await inSession(a, b);
    expect(a.session?.exercise.id).toBe(id);
  });
});
