import { commonPasswords } from './common-passwords.ts';
import { folded } from './easily-guessed.ts';
import { wordsNearby } from './words-nearby.ts';

/** All that a guesser tries first, for `easilyGuessed`. 11 kB on the wire: imported when it is needed. */
export const knownWords: ReadonlySet<string> = new Set(
  [commonPasswords, wordsNearby].flatMap((words) => words.trim().split(/\s+/)).map(folded),
);
