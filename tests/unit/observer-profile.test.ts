import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Profile } from '#lib/observation.ts';

const role = 'relatietherapeut';

describe('The name somebody watches under', () => {
  it.each(['Lena Smets', 'Zoë O’Neill-Şahin', '李娜', 'مریم'])('can be %s', (name) => {
    expect(v.parse(Profile, { name: ` ${name} `, role })).toEqual({ name, role });
  });

  it.each(['', '  ', '\u200b', '...', 'Lena\nSmets', 'Lena \u202estemS', 'Lena\u2066'])(
    'shows, and turns nothing around: not %j',
    (name) => {
      expect(v.is(Profile, { name, role })).toBe(false);
      expect(v.is(Profile, { name: 'Lena Smets', role: name })).toBe(false);
    },
  );
});
