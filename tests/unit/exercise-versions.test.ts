import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyOf } from '#lib/exercises/key.ts';
import { rulesOf } from '#lib/exercises/with-kept.ts';
import { library } from '#tests/support/exercises.ts';

/**
 * The rules of every version we gave out. A line is added with a new version and never changed: a
 * database in which the version was played refuses it with other rules.
 */
const given: Readonly<Record<string, string>> = {
  'accessible@1': 'c6ea2d239ce40988',
  'appreciation@1': 'a60b625c34198d85',
  'are-you-there@1': '16dd0db47c4b7689',
  'change-request@1': '1a1d06c82e086b0e',
  'closeness@1': 'd41dd435637619db',
  'closer-questions@1': '46a85f54b0c1e40f',
  'daily-temperature@1': '45e434cb91357b22',
  'engaged@1': '4b5c36ad6a219b29',
  'floor-card@1': 'c8af3d64d9d13d7d',
  'good-news@1': '159ff0071e29f810',
  'layer-deeper@1': '461bfa29149e5a43',
  'leaning@1': '9b36c6916b63b163',
  'mirror-dialogue@1': '9b12e9651fcf4571',
  'missing-you@1': '4a513ede3515f38f',
  'our-pattern@1': '67eee02192eb1f61',
  'outside-stress@1': '78afd5188fef5c9a',
  'responsive@1': 'b26871579dbedd81',
  'safe-haven@1': 'aac06f3918940e23',
  'secure-base@1': '88bb3c8e0b1cbb89',
  'understand-first@1': '8d37d2fe7eaed21d',
};

describe('a version of an exercise that was given out', () => {
  it('[R6] is still here with the rules it had, also those it takes from the common phases', () => {
    const now = library.all.map(({ definition }) => {
      const rules = JSON.stringify(rulesOf(definition));
      const digest = createHash('sha256').update(rules).digest('hex').slice(0, 16);
      return [keyOf(definition), digest] as const;
    });
    expect(Object.fromEntries(now)).toEqual(given);
  });
});
