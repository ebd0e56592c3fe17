import type { Language } from '#lib/i18n/language.ts';
import type { SignId } from './hint.ts';
import type { Said } from './said.ts';
import type { Writing } from './writing.ts';

/** What is written, for someone who looks for a turn of phrase in it. */
export interface Look {
  said: Said;
  writing: Writing;
  /** The words that were heard, on one line: what is repeated from them is not the author's own. */
  heard: string;
  /** Whether most of what a line says was heard, so that it is given back rather than said. */
  repeats(line: string): boolean;
}

/** Everything the hints know of one language. */
export interface Tongue {
  language: Language;
  /** The words that begin a new clause. */
  joiners: ReadonlySet<string>;
  /** The form in which kindred words are the same, or null for a word that says little by itself. */
  root(word: string): string | null;
  signs: Readonly<Record<SignId, (look: Look) => boolean>>;
}
