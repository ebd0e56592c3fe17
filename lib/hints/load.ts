import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Tongue } from './tongue.ts';

/** Fetches what the hints know of one language, and of no other. */
export async function loadTongue(language: Language): Promise<Tongue> {
  switch (language) {
    case 'nl':
      return (await import('./nl.ts')).dutch;
    case 'en':
      return (await import('./en.ts')).english;
    default:
      return assertNever(language);
  }
}
