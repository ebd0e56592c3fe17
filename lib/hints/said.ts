import { plain, withoutQuotes } from './plain.ts';

export interface Clause {
  /** Its plain words. When a word such as 'but' joined it to what went before, that word comes first. */
  words: readonly string[];
  /** The same words with a space between, before and after each, so that `' but '` finds a whole word. */
  line: string;
}

export interface Sentence {
  clauses: readonly Clause[];
  /** All its words, like the line of a clause. */
  line: string;
  asks: boolean;
  exclaims: boolean;
}

/** A text as an author's own sentences, for finding turns of phrase. */
export type Said = readonly Sentence[];

/**
 * Reads a text into sentences and clauses, without what it quotes.
 * @param joiners the words of the language that begin a new clause
 */
export function readSaid(text: string, joiners: ReadonlySet<string>): Said {
  const sentences = withoutQuotes(plain(text)).match(/[^.!?…\n]+[.!?…]*/g) ?? [];
  return sentences.map((sentence) => {
    const clauses = sentence
      .split(/[,;:()–—]|\s-\s/)
      .flatMap((part) => clausesOf(wordsOf(part), joiners))
      .map((words) => ({ words, line: lineOf(words) }));
    const line = lineOf(clauses.flatMap(({ words }) => words));
    return { clauses, line, asks: sentence.includes('?'), exclaims: sentence.includes('!') };
  });
}

/** A text as one line of plain words, quotes and all. */
export function lineOfText(text: string): string {
  return lineOf(wordsOf(plain(text)));
}

function lineOf(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

/** Apostrophes go, so that "don't" and "dont" are the same word. */
function wordsOf(text: string): readonly string[] {
  return text.replaceAll("'", '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

function clausesOf(words: readonly string[], joiners: ReadonlySet<string>): string[][] {
  const clauses: string[][] = [];
  for (const word of words) {
    const current = clauses.at(-1);
    if (!current || joiners.has(word)) clauses.push([word]);
    else current.push(word);
  }
  return clauses;
}
