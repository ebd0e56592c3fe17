import { attemptsOf, moveTypes } from '#lib/dialogue/attempt.ts';
import { courseOf, stepAt } from '#lib/dialogue/course.ts';
import { wordsFor } from '#lib/dialogue/decide.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Move, MoveType } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Begun } from '#lib/dialogue/state.ts';
import { shortestTimeOut } from '#lib/dialogue/terms.ts';
import type { Words } from '#lib/dialogue/words.ts';
import type { Random } from './random.ts';

/** How gladly a partner makes a move; what is not here are acts of the exercise, at 30. */
const gladly: Partial<Record<MoveType, number>> = {
  postpone: 4,
  correct: 8,
  add: 8,
  'validate-partly': 4,
  pause: 1,
  'time-out': 1,
  leave: 0.5,
  stop: 0.05,
  'propose-mode': 0.7,
  'accept-mode': 4,
  'decline-mode': 4,
  resume: 20,
  counter: 2,
  'accept-return': 4,
  erase: 0.7,
  keep: 8,
  destroy: 0.5,
};

/** Somebody at a screen, who sees what a device shows and mostly does what it offers. */
export class Partner {
  #said = 0;

  constructor(
    readonly exercise: ExerciseDefinition,
    readonly random: Random,
  ) {}

  /**
   * A move, with words nobody said before where it takes words; null when nothing is offered.
   * @param now the server's time as far as the device knows.
   */
  choose(state: Begun, seat: Seat, now: number): { move: Move; words: Words | null } | null {
    const astray = this.random.chance(0.04);
    const offered = astray ? moveTypes : legalMoves(this.exercise, state, seat);
    const timeOut = state.status === 'held' && state.hold.kind === 'time-out';
    const early = timeOut && now < state.hold.since + shortestTimeOut;
    const choices = offered.map((type) => {
      const gladness = gladly[type] ?? 30;
      return [type === 'resume' && early ? 0.5 : gladness, type] as const;
    });
    const type = this.random.weighted<MoveType | null>([[15, null], ...choices]);
    if (!type || type === 'open') return null;
    const moves = attemptsOf(type, this.exercise, state, seat, Math.max(0, now));
    const chosen = this.random.pick(moves);
    if (!chosen) return null;
    const move = this.#timed(chosen, state, now);
    const kind = wordsFor(type, state.mode);
    if (kind === 'none') return { move, words: null };
    if (kind === 'rating') return { move, words: { kind, rating: this.random.whole(0, 10) } };
    if (kind === 'ratings') {
      const step = stepAt(courseOf(this.exercise), state.place);
      const ratings = (step.scales ?? ['only']).map(() => this.random.whole(0, 10));
      return { move, words: { kind, ratings } };
    }
    if (kind === 'date') return { move, words: { kind, date: '2030-01-31' } };
    this.#said += 1;
    const length = this.random.chance(0.05) ? 16_000 : this.random.whole(0, 400);
    return { move, words: { kind, text: `${seat} said ${this.#said} ${'é'.repeat(length)}` } };
  }

  #timed(move: Move, state: Begun, now: number): Move {
    if (move.type === 'erase' && this.random.chance(0.7)) {
      return {
        ...move,
        seqs: move.seqs.filter(() => this.random.chance(0.5)).concat(move.seqs[0] ?? 1),
      };
    }
    if (!('until' in move)) return move;
    const from = move.type === 'counter' && state.status === 'held' ? state.hold.since : now;
    const least = move.type === 'postpone' ? 1 : shortestTimeOut + 10_000;
    return {
      ...move,
      until: Math.max(0, Math.round(from + least + this.random.next() * shortestTimeOut)),
    };
  }
}
