import type { Piece } from './hint.ts';
import { thoughtsOf } from './thoughts.ts';
import type { Tongue } from './tongue.ts';
import { meaningfulWords } from './words.ts';

/** With fewer words of meaning than this, there are no large parts to leave out. */
const fewestRoots = 10;
/** The share of a piece that has to come back before it counts as touched. */
const enoughOfPiece = 0.25;
/** The share of all that was heard that has to be touched. */
const enough = 0.45;

/**
 * The pieces of what was heard that a text does not touch yet, if together they are a large part.
 * Words count as the same by their root, so a wholly different choice of words looks like silence:
 * this is a reason to look again, no more.
 */
export function uncovered(
  text: string,
  heard: readonly string[],
  tongue: Tongue,
): readonly Piece[] | null {
  const given = new Set(meaningfulWords(text, tongue).map(({ root }) => root));
  let total = 0;
  let touched = 0;
  const untouched = heard.flatMap((one, index) =>
    thoughtsOf(one, tongue).flatMap(({ start, end, roots }) => {
      total += roots.length;
      const shared = roots.filter((root) => given.has(root)).length;
      if (shared / roots.length < enoughOfPiece) return [{ heard: index, start, end }];
      touched += roots.length;
      return [];
    }),
  );
  return total >= fewestRoots && touched / total < enough ? untouched : null;
}
