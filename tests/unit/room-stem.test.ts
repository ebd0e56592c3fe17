import { describe, expect, it } from 'vitest';
import { fillStem } from '#components/room/session/stem.ts';

const stems = ['Toen …, voelde ik me …', 'Ik verlang naar …', 'Heb ik je goed begrepen?'];

describe('a borrowed beginning', () => {
  it('leaves the caret where the sentence goes on', () => {
    const { text, select } = fillStem('Ik verlang naar …', '', stems);
    expect(text).toBe('Ik verlang naar ');
    expect(select).toEqual([text.length, text.length]);
  });

  it('selects its first blank', () => {
    const { text, select } = fillStem('Toen …, voelde ik me …', '', stems);
    expect(text).toBe('Toen …, voelde ik me ');
    expect(text.slice(...select)).toBe('…');
  });

  it('takes the place of another that nothing was added to', () => {
    expect(fillStem('Ik verlang naar …', 'Toen …, voelde ik me ', stems).text).toBe(
      'Ik verlang naar ',
    );
  });

  it('comes after words of your own', () => {
    expect(fillStem('Heb ik je goed begrepen?', 'Je was alleen. ', stems).text).toBe(
      'Je was alleen. Heb ik je goed begrepen?',
    );
  });
});
