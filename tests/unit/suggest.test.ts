import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '#lib/exercises/catalogue.ts';
import { Bond, Mood } from '#lib/exercises/exercise-file.ts';
import { type Done, suggest } from '#lib/exercises/suggest.ts';

const day = 24 * 60 * 60_000;
const now = 1_000 * day;

function card(id: string, mood: Mood, minutes: number, trains: readonly Bond[] = []): Card {
  return { id, version: 1, name: id, purpose: id, minutes, mood, trains };
}

const offered = [
  card('long-good', 'good', 20, ['engaged']),
  card('short-good', 'good', 10, ['engaged']),
  card('hard', 'difficult', 45, ['accessible', 'responsive']),
  card('near', 'closeness', 25, ['accessible']),
  card('nearer', 'closeness', 30, ['responsive']),
  card('look', 'check', 30, ['accessible', 'responsive', 'engaged']),
];

function done(...sessions: readonly (readonly [id: string, daysAgo: number])[]): readonly Done[] {
  return sessions.map(([id, daysAgo]) => ({
    exercise: { id, version: 1 },
    openedAt: now - daysAgo * day,
  }));
}

function suggested(past: readonly Done[], from = offered) {
  const found = suggest(from, past, now);
  return found && { id: found.card.id, ...found.reason };
}

describe('the suggestion', () => {
  it('is the smallest good thing for who has done nothing yet', () => {
    expect(suggested([])).toEqual({ id: 'short-good', kind: 'first' });
  });

  it('is something small and good again after a long time', () => {
    expect(suggested(done(['hard', 29]))).toEqual({ id: 'short-good', kind: 'returning' });
    expect(suggested(done(['short-good', 29]))).toEqual({ id: 'long-good', kind: 'returning' });
  });

  it('is something good after something difficult', () => {
    expect(suggested(done(['hard', 2], ['short-good', 5]))).toEqual({
      id: 'long-good',
      kind: 'after-difficult',
    });
  });

  it('is a check once there were a few sessions without one', () => {
    const two = done(['near', 1], ['nearer', 3]);
    expect(suggested(two)?.kind).not.toBe('check-never');
    expect(suggested([...two, ...done(['near', 5])])).toEqual({ id: 'look', kind: 'check-never' });
  });

  it('is a check when the last one is long ago', () => {
    const recent = done(['near', 1], ['look', 27]);
    expect(suggested(recent)?.kind).not.toBe('check-long-ago');
    const old = done(['near', 1], ['look', 29]);
    expect(suggested(old)).toEqual({ id: 'look', kind: 'check-long-ago' });
  });

  it('is what trains the bond that was trained least, and says which', () => {
    expect(suggested(done(['near', 1], ['short-good', 2]))).toEqual({
      id: 'nearer',
      kind: 'least-trained',
      bond: 'responsive',
    });
  });

  it('is something new when every bond was trained alike', () => {
    const past = done(['near', 1], ['look', 2], ['nearer', 3], ['short-good', 4]);
    expect(suggested(past)).toEqual({ id: 'long-good', kind: 'fresh' });
  });

  it('is what was not done for a long time when nothing is new', () => {
    const few = [
      card('one', 'good', 10),
      card('other', 'closeness', 10),
      card('third', 'good', 10),
    ];
    const past = done(['one', 1], ['other', 40], ['third', 30]);
    const again = few.map(({ id }) => ({ exercise: { id, version: 1 }, openedAt: now - 41 * day }));
    expect(suggested([...past, ...again], few)).toEqual({ id: 'other', kind: 'long-ago' });
  });

  it('brings up nothing difficult by itself while there is anything else', () => {
    const two = [card('hard', 'difficult', 5), card('near', 'closeness', 40)];
    expect(suggested([], two)?.id).toBe('near');
    expect(suggested(done(['near', 1]), two)).toEqual({ id: 'hard', kind: 'fresh' });
  });

  it('is the only one there is, when there is only one', () => {
    const only = [card('hard', 'difficult', 45)];
    expect(suggested([], only)).toEqual({ id: 'hard', kind: 'fresh' });
    expect(suggested(done(['hard', 1]), only)).toEqual({ id: 'hard', kind: 'again' });
    expect(suggest([], [], now)).toBeNull();
  });

  it('knows an exercise by its name, also when an older version was done', () => {
    const past = [{ exercise: { id: 'hard', version: 7 }, openedAt: now - day }];
    expect(suggested(past)?.kind).toBe('after-difficult');
  });

  const cards = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      mood: fc.constantFrom(...Mood.options),
      minutes: fc.integer({ min: 5, max: 60 }),
      trains: fc.subarray([...Bond.options]),
    }),
    { minLength: 1, selector: ({ id }) => id },
  );
  const sessions = fc.array(
    fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'gone'), daysAgo: fc.nat(90) }),
    { maxLength: 12 },
  );

  it('is always one of the offered, always the same, and never the last one when there is another', () => {
    fc.assert(
      fc.property(cards, sessions, fc.infiniteStream(fc.nat()), (some, played, chance) => {
        const from = some.map(({ id, mood, minutes, trains }) => card(id, mood, minutes, trains));
        const past = done(
          ...played.map(({ id, daysAgo }, index) => [id, daysAgo + index / 100] as const),
        );
        const found = suggest(from, past, now);
        expect(from).toContain(found?.card);
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, at: chance.next().value ?? 0 }))
            .sort((one, other) => one.at - other.at)
            .map(({ item }) => item);
        expect(suggest(shuffled(from), shuffled(past), now)).toEqual(found);
        const [last] = [...past].sort((one, other) => other.openedAt - one.openedAt);
        if (from.length > 1) expect(found?.card.id).not.toBe(last?.exercise.id);
      }),
    );
  });
});
