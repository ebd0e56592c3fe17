import type { Tongue } from './tongue.ts';
import { meaningfulWords, type Word } from './words.ts';

/** A stretch of a text that says one thing. */
export interface Thought {
  start: number;
  end: number;
  roots: readonly string[];
}

/** With fewer words than this a stretch hardly says anything by itself. */
const fewest = 3;

/**
 * Cuts a text into stretches that say one thing each. They do not overlap, and begin and end with a
 * word that has meaning.
 */
export function thoughtsOf(text: string, tongue: Tongue): readonly Thought[] {
  const words = meaningfulWords(text, tongue);
  const thoughts: Word[][] = [];
  words.forEach((word, index) => {
    const current = thoughts.at(-1);
    const before = words[index - 1];
    const between = before ? text.slice(before.end, word.start) : '';
    const ends = /[.!?…\n]/.test(between);
    if (!current || ends || (current.length >= fewest && turns(between, tongue))) {
      thoughts.push([word]);
    } else current.push(word);
  });
  return thoughts.flatMap((thought) => {
    const first = thought[0];
    const last = thought.at(-1);
    if (!first || !last) return [];
    return [{ start: first.start, end: last.end, roots: thought.map(({ root }) => root) }];
  });
}

/** Whether a clause ends in what stands between two words. */
function turns(between: string, tongue: Tongue): boolean {
  if (/[,;:()–—]/.test(between)) return true;
  return between
    .toLowerCase()
    .split(/\s+/)
    .some((word) => tongue.joiners.has(word));
}
