import { advises } from './en/advice.ts';
import { blames } from './en/blame.ts';
import { feelsThat } from './en/feel-that.ts';
import { rebuts } from './en/rebuttal.ts';
import { englishRoot } from './en/roots.ts';
import { asksWhy } from './en/why.ts';
import type { Tongue } from './tongue.ts';
import { wordSet } from './word-set.ts';

/** What the hints know of English. */
export const english: Tongue = {
  language: 'en',
  joiners: wordSet(`
    that because but and when while if or since as where why how who whether until although
    though once cos cause whenever then whatever unless`),
  root: englishRoot,
  signs: {
    rebuttal: rebuts,
    blame: blames,
    why: asksWhy,
    advice: advises,
    'feel-that': feelsThat,
  },
};
