import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Email } from '#lib/account.ts';

describe('An e-mail address', () => {
  it('is kept in one form', () => {
    expect(v.parse(Email, ' An@Home.BE\r\n')).toBe('an@home.be');
  });

  it('brings no line, no name and no second address into the head of a mail', () => {
    for (const trick of [
      'an@home.be\r\nBcc: bo@home.be',
      'an@home.be\nSubject:x',
      'an\r@home.be',
      'an@home\u2028.be',
      'an@home.be, bo@home.be',
      'An <an@home.be>',
      '"an"@home.be',
      'an@home.be bo@home.be',
      'an@home.be@evil.example',
    ]) {
      expect([trick, v.safeParse(Email, trick).success]).toEqual([trick, false]);
    }
  });
});
