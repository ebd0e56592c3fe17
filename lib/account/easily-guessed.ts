import { runAt } from './runs.ts';

/** What a guesser tries as a matter of course around a common word: a date, a year and a mark. */
const trimmings = 8;
const wordsAtMost = 2;
const [shortestWord, longestWord] = [4, 30];
/** What is left when repetition is counted once has to be at least this long. */
const leastOnce = 8;

const letterFor: Record<string, string> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '8': 'b',
  '!': 'i',
};

/** Small letters without accents: guessers try those first and the rest after. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

/** The ways to read digits and marks as letters: a 1 is an i or an l. */
function spellings(text: string): string[] {
  const letters = [...text].map((character) => letterFor[character] ?? character).join('');
  return [text, letters.replaceAll('1', 'i'), letters.replaceAll('1', 'l')];
}

/**
 * Whether a password is what guessing begins with: at most two common words, runs of keys, and up to
 * eight digits or marks around them; in any case, with digits for letters, and however often repeated.
 * Not a measure of strength: it only refuses.
 * @param words common passwords and words, `folded`.
 */
export function easilyGuessed(password: string, words: ReadonlySet<string>): boolean {
  const text = folded(password);
  const once = text.replace(/(.{2,}?)\1+/gsu, '$1');
  const repeats = once !== text && once.length < leastOnce;
  return repeats || isCommon(text, words) || isCommon(once, words);
}

function isCommon(text: string, words: ReadonlySet<string>): boolean {
  return words.has(text) || trimmingsOf(text, words, wordsAtMost) <= trimmings;
}

function priceOf(character: string): number {
  if (/[\s\-./_]/.test(character)) return 0;
  return /\p{Letter}/u.test(character) ? 3 : 1;
}

/**
 * How much of a text stays over, at best, when common words and runs are taken out: 1 for a digit or
 * a mark, 3 for a letter, nothing for what a date is written with.
 * @param wordCount how many words may be taken out.
 */
export function trimmingsOf(text: string, words: ReadonlySet<string>, wordCount: number): number {
  const least: number[][] = Array.from({ length: wordCount + 1 }, () => [0]);
  const costAt = (used: number, at: number) => least[used]?.[at] ?? Number.POSITIVE_INFINITY;
  const reach = (used: number, at: number, cost: number) => {
    const row = least[used];
    if (row && cost < costAt(used, at)) row[at] = cost;
  };
  for (let at = 0; at < text.length; at += 1) {
    const run = runAt(text, at);
    const step = priceOf(text[at] ?? '');
    for (let used = 0; used <= wordCount; used += 1) {
      const cost = costAt(used, at);
      reach(used, at + 1, cost + step);
      for (let length = 3; length <= run; length += 1) reach(used, at + length, cost);
    }
    for (
      let length = shortestWord;
      length <= longestWord && at + length <= text.length;
      length += 1
    ) {
      if (!spellings(text.slice(at, at + length)).some((spelling) => words.has(spelling))) continue;
      for (let used = 0; used < wordCount; used += 1) {
        reach(used + 1, at + length, costAt(used, at));
      }
    }
  }
  return Math.min(...least.map((_, used) => costAt(used, text.length)));
}
