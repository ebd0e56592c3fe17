import { advises } from './nl/advice.ts';
import { blames } from './nl/blame.ts';
import { feelsThat } from './nl/feel-that.ts';
import { rebuts } from './nl/rebuttal.ts';
import { dutchRoot } from './nl/roots.ts';
import { asksWhy } from './nl/why.ts';
import type { Tongue } from './tongue.ts';
import { wordSet } from './word-set.ts';

/** What the hints know of Dutch, as spoken in Flanders. */
export const dutch: Tongue = {
  language: 'nl',
  joiners: wordSet(`
    als dat da omdat want maar en terwijl of wanneer toen waar waarom hoe wie zodat alsof sinds
    hoewel nadat voordat zolang dus`),
  root: dutchRoot,
  signs: {
    rebuttal: rebuts,
    blame: blames,
    why: asksWhy,
    advice: advises,
    'feel-that': feelsThat,
  },
};
