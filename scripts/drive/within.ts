import type { WordsKind } from '#lib/dialogue/act.ts';
import type { Lens } from '#lib/dialogue/observer.ts';

/** What each lens lets through, written by hand: what the app itself makes of it is what is looked at. */
const kinds: Readonly<Record<Lens, readonly WordsKind[]>> = {
  phases: [],
  words: ['text', 'date'],
  ratings: ['text', 'date', 'rating', 'ratings'],
};

/** Whether words of this kind are for an observer with this lens. */
export function isFor(lens: Lens, kind: WordsKind): boolean {
  return kinds[lens].includes(kind);
}
