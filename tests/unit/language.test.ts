import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '#lib/i18n/language.ts';

describe('the language of a request', () => {
  it.each([
    ['en', 'nl-BE', 'en'],
    ['nl', 'en', 'nl'],
    [undefined, 'en-GB,nl;q=0.8', 'en'],
    [undefined, 'fr-BE, NL;q=0.8, en', 'nl'],
    [undefined, 'fr', 'nl'],
    [undefined, null, 'nl'],
    ['fr', 'en', 'en'],
    ['', null, 'nl'],
  ])('is, for cookie %j and browser %j, %s', (chosen, browser, language) => {
    expect(chooseLanguage(chosen, browser)).toBe(language);
  });
});
