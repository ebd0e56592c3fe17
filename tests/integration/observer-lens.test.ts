import { describe, expect, it } from 'vitest';
import { acts } from '#lib/dialogue/act.ts';
import { pastOf } from '#lib/dialogue/event.ts';
import { type Lens, letsThrough } from '#lib/dialogue/observer.ts';
import { databaseFile } from '#tests/contract/database-file.ts';
import { admitted, Watching } from '#tests/support/admitted.ts';
import { realtimeNode } from '#tests/support/realtime-node.ts';
import { coupleIn } from '#tests/support/seats.ts';
import { arriveBoth, isAt, level, open, playUntil } from '#tests/support/talking.ts';
import { logOf, rate, seqOf, watchedTalk } from '#tests/support/watched-room.ts';

/** The kind of words behind each fact, read from the table of acts by hand. */
const kinds = new Map(
  Object.entries(pastOf).map(([act, past]) => {
    const found = Object.entries(acts).find(([name]) => name === act);
    return [past as string, found?.[1].words ?? 'none'] as const;
  }),
);

function isSeen(lens: Lens, type: string): boolean {
  const kind = kinds.get(type) ?? 'none';
  return kind !== 'none' && letsThrough(lens, kind);
}

/** Nothing of these is anywhere among the bytes that came. */
function amongst({ client }: Watching, sealed: readonly string[]): number {
  const all = client.frames.join('\n');
  return sealed.filter((words) => all.includes(words.slice(4, 40))).length;
}

describe.each([
  ['phases', 'phases', 'ratings'],
  ['words', 'ratings', 'words'],
  ['ratings', 'ratings', 'ratings'],
] as const)('The lens %s', (lens, lensA, lensB) => {
  it('lets through on the wire what both allowed and nothing else, from the first event to the last', async () => {
    const talk = await watchedTalk({ lensA, lensB });
    const { node, partners, a, watching, sessionId, first } = talk;
    expect(watching.views.at(-1)).toMatchObject({ lens, sessionId, here: { a: true, b: true } });
    expect(first.map(({ fact }) => fact.type)).toEqual(['opened', 'observer-entered']);
    await playUntil(partners, (one) => one.session?.state.status === 'ended');
    await level(a, partners[1]);
    await watching.client.closed;

    const log = await logOf(node, sessionId);
    const told = new Map([...first, ...watching.events].map((event) => [event.seq, event]));
    expect([...told.keys()].toSorted((x, y) => x - y)).toEqual(log.map(({ seq }) => seq));
    const sealed = log.filter((entry) => entry.sealed !== null);
    const [seen, unseen] = [
      sealed.filter(({ type }) => isSeen(lens, type)),
      sealed.filter(({ type }) => !isSeen(lens, type)),
    ];
    expect(sealed.length).toBeGreaterThan(15);
    expect([seen.length > 0, unseen.length > 0]).toEqual([lens !== 'phases', lens !== 'ratings']);
    for (const { seq, sealed: words } of seen) expect(told.get(seq)?.sealed).toBe(words);
    for (const { seq } of unseen) expect(told.get(seq)?.sealed).toBe(null);
    const texts = (entries: typeof log) => entries.flatMap((entry) => entry.sealed ?? []);
    expect(amongst(watching, texts(unseen))).toBe(0);
    expect(amongst(watching, texts(seen))).toBe(seen.length);
  });
});

describe('A hidden answer', () => {
  it('reaches her only when it is open to both, live and when she joins late', async () => {
    const talk = await watchedTalk({ lensA: 'ratings', lensB: 'ratings' });
    const { node, partners, a, b, url, therapist, roomId, watching, sessionId } = talk;
    await playUntil(partners, (one) => isAt(one, 'halfway'));
    const answered = await rate(a, partners);
    await watching.until(answered);
    const answer = (await logOf(node, sessionId)).find(({ seq }) => seq === answered)?.sealed ?? '';
    expect(answer.length).toBeGreaterThan(40);
    const late = await Watching.in(url, therapist, roomId);
    await late.join(sessionId);
    expect([watching, late].map((one) => amongst(one, [answer]))).toEqual([0, 0]);

    await rate(b, partners);
    await watching.until(answered + 1);
    await late.until(answered + 1);
    expect([watching, late].map((one) => amongst(one, [answer]))).toEqual([1, 1]);
    const later = await Watching.in(url, therapist, roomId);
    await later.join(sessionId);
    expect(amongst(later, [answer])).toBe(1);
    // She was away while it was laid open: it stands before what she has not seen.
    const away = await Watching.in(url, therapist, roomId);
    const [opened] = await away.join(sessionId, answered);
    expect(opened).toMatchObject({ seq: answered, sealed: answer });
  });

  it('never reaches her through a lens that lets no ratings through', async () => {
    const talk = await watchedTalk({ lensA: 'ratings', lensB: 'words' });
    const { node, partners, a, b, watching, sessionId } = talk;
    await playUntil(partners, (one) => isAt(one, 'halfway'));
    for (const one of [a, b]) await rate(one, partners);
    await watching.until(seqOf(a));
    const rated = (await logOf(node, sessionId)).filter(({ type }) => type === 'rated');
    expect(rated.length).toBeGreaterThanOrEqual(4);
    expect(
      amongst(
        watching,
        rated.flatMap(({ sealed }) => sealed ?? []),
      ),
    ).toBe(0);
  });
});

describe('Who comes in late, or comes back', () => {
  it('has exactly what the partners have, in the middle of a talk that began without her', async () => {
    const node = await realtimeNode(await databaseFile());
    const { db, url } = node;
    const guests = await coupleIn(db, url);
    const { roomId } = guests.a;
    const partners = await arriveBoth(guests);
    await open(partners);
    await playUntil(partners, (one) => isAt(one, 'give-back'));
    const therapist = await admitted(db, roomId, { lensA: 'ratings', lensB: 'ratings' });
    const [a, b] = partners;
    // Nobody has done anything: the room hears of it by itself.
    await a.until(({ view }) => view?.observation?.admitted);
    const watching = await Watching.in(url, therapist, roomId);
    const sessionId = await watching.session();
    const events = await watching.join(sessionId);
    await a.until(({ session }) => session?.seq === events.at(-1)?.seq);
    expect(events.at(-1)?.fact.type).toBe('observer-entered');
    const log = await logOf(node, sessionId);
    expect(events.map(({ seq, sealed }) => ({ seq, sealed }))).toEqual(
      log.map(({ seq, sealed }) => ({ seq, sealed })),
    );

    watching.client.socket.terminate();
    await a.until(({ view }) => view?.observation && !view.observation.here);
    const before = seqOf(a);
    await playUntil(partners, (one) => isAt(one, 'landed'));
    const back = await Watching.in(url, therapist, roomId);
    expect(back.views.at(-1)).toMatchObject({ sessionId });
    const missed = await back.join(sessionId, before);
    expect(missed.map(({ seq }) => seq)).toEqual(
      Array.from({ length: seqOf(a) - before }, (_, index) => before + index + 1),
    );
    await a.until(({ view }) => view?.observation?.here);
    await playUntil(partners, (one) => isAt(one, 'invite'));
    await back.until(seqOf(b));
  });
});
