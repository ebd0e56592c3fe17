import { plain } from './plain.ts';
import type { Tongue } from './tongue.ts';

/** A word that carries meaning, and where it stands. */
export interface Word {
  root: string;
  start: number;
  end: number;
}

/** A stemmer looks back and forth over a word, and no word we know is longer. */
const longestWord = 40;

/** The words of a text that say something by themselves, in order. */
export function meaningfulWords(text: string, tongue: Tongue): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)].flatMap((match) => {
    const word = plain(match[0]).replace(/'+$/, '').slice(0, longestWord);
    const root = tongue.root(word);
    if (root === null) return [];
    return [{ root, start: match.index, end: match.index + match[0].length }];
  });
}
