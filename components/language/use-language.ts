import { useLocale } from 'use-intl/react';
import type { Language } from '#lib/i18n/language.ts';
import { languageOf } from '#lib/i18n/locale.ts';

/** The language this page is in, e.g. to choose the texts of an exercise. */
export function useLanguage(): Language {
  return languageOf(useLocale());
}
