import type { Tongue } from './tongue.ts';
import { meaningfulWords } from './words.ts';

/** In fewer words of meaning than this, there are hardly other ways to say it. */
const fewestRoots = 6;
/** The share of neighbouring words that stood next to each other in what was heard. */
const tooLiteral = 0.6;

/**
 * Whether a text is nearly the same as what was heard. Only the words of meaning are compared, so that
 * 'I' turned into 'you' and a verb moved to the end make no difference.
 */
export function isCopy(text: string, heard: readonly string[], tongue: Tongue): boolean {
  const given = pairsOf(text, tongue);
  if (given.length < fewestRoots - 1) return false;
  const known = new Set(heard.flatMap((one) => pairsOf(one, tongue)));
  return given.filter((pair) => known.has(pair)).length / given.length >= tooLiteral;
}

function pairsOf(text: string, tongue: Tongue): readonly string[] {
  const roots = meaningfulWords(text, tongue).map(({ root }) => root);
  return roots.slice(1).map((root, index) => `${roots[index]} ${root}`);
}
