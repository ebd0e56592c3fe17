import type { Recording } from '#lib/client/archive.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Move } from '#lib/dialogue/move.ts';

/** The moves by which somebody decides about words after the end. */
export type MoveOverWords = Extract<Move, { type: 'keep' | 'erase' | 'destroy' }>;

/** Whether a recording shows what a move asks for, also when the move's own answer got lost. */
export function hasHappened(
  move: MoveOverWords,
  { state, you }: Pick<Recording, 'state' | 'you'>,
): boolean {
  switch (move.type) {
    case 'keep':
      return state.status === 'ended' && state.keep[you] === move.keep;
    case 'erase':
      return !state.content.some(({ seq }) => move.seqs.includes(seq));
    case 'destroy':
      return state.status === 'ended' && state.words === 'gone';
    default:
      return assertNever(move);
  }
}
