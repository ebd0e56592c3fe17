import type { Language } from '#lib/i18n/language.ts';

/** A place to be instead of here: unsuspicious, full of text, and without a question before it shows. */
export interface Refuge {
  name: string;
  url: string;
}

/** Where the quick exit leads. Nothing of it is ever loaded into our own pages. */
export const refuges: Readonly<Record<Language, Refuge>> = {
  nl: { name: 'Wikipedia', url: 'https://nl.wikipedia.org/wiki/Hoofdpagina' },
  en: { name: 'Wikipedia', url: 'https://en.wikipedia.org/wiki/Main_Page' },
};
