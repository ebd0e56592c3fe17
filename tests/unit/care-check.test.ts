import { describe, expect, it } from 'vitest';
import { daysBetween, isDue } from '#lib/care/asked.ts';
import { type Answer, answers, outcomeOf, questions } from '#lib/care/check.ts';

const now = Date.parse('2026-11-25T14:30:00Z');

describe('when the safety check is due', () => {
  it.each([
    ['never asked', null, true],
    ['asked today', '2026-11-25', false],
    ['asked on a day that has begun only elsewhere', '2026-11-26', false],
    ['asked 29 days ago', '2026-10-27', false],
    ['asked 30 days ago', '2026-10-26', true],
    ['asked on a day that is still to come', '2026-11-28', true],
    ['something else in its place', 'yes', true],
  ])('%s', (_, askedOn, due) => {
    expect(daysBetween).toBe(30);
    expect(isDue(askedOn, now)).toBe(due);
  });
});

describe('what follows from the answers', () => {
  /** Every way in which all the questions can be answered. */
  const ways = questions.reduce<readonly (readonly Answer[])[]>(
    (before, _) => before.flatMap((given) => answers.map((answer) => [...given, answer])),
    [[]],
  );

  it('is help for a single yes, whatever else was answered', () => {
    const withYes = ways.filter((given) => given.includes('yes'));
    expect(withYes).toHaveLength(3 ** questions.length - 2 ** questions.length);
    expect(new Set(withYes.map(outcomeOf))).toEqual(new Set(['help']));
  });

  it('is an open door only for four times no', () => {
    expect(ways.filter((given) => outcomeOf(given) === 'open')).toEqual([['no', 'no', 'no', 'no']]);
  });
});
