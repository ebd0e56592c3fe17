import type { Language } from './language.ts';

/** How dates, times and numbers are written in each language: as in Belgium, and as in Britain. */
export const localeOf = { nl: 'nl-BE', en: 'en-GB' } as const satisfies Record<Language, string>;

export type Locale = (typeof localeOf)[Language];

/** The language a locale belongs to. */
export function languageOf(locale: Locale): Language {
  return locale === 'en-GB' ? 'en' : 'nl';
}
