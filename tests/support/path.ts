import type { Act } from '#lib/dialogue/act.ts';
import { attemptsOf, carries, submissionOf } from '#lib/dialogue/attempt.ts';
import { courseOf, legAt, stepAt } from '#lib/dialogue/course.ts';
import { decide } from '#lib/dialogue/decide.ts';
import { evolve } from '#lib/dialogue/evolve.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { awaited } from '#lib/dialogue/legal.ts';
import type { MoveType } from '#lib/dialogue/move.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { type DialogueState, newSession } from '#lib/dialogue/state.ts';

/** One act on the way through an exercise. */
export interface Pace {
  seat: Seat;
  step: string;
  act: Act;
  half: 0 | 1 | 2;
}

const mostPaces = 300;
/** After so many rounds another way is taken. */
const often = 3;

/**
 * A way through an exercise that seat a opens, from its first act to its end.
 * @param prefer acts to choose at a step, one for each time it is reached; else the way that leads on, or else the
 *   first one until it was taken often.
 */
export function pathThrough(
  exercise: ExerciseDefinition,
  prefer: Readonly<Record<string, readonly Act[]>> = {},
): readonly Pace[] {
  const course = courseOf(exercise);
  const left = new Map(Object.entries(prefer).map(([step, acts]) => [step, [...acts]]));
  const tried = new Map<string, number>();
  const path: Pace[] = [];
  let state = after(newSession, 'a', 'open');
  while (state.status === 'running' && path.length < mostPaces) {
    const step = stepAt(course, state.place);
    const [seat] = awaited(exercise, state);
    const untried = step.ways.find(({ act: way }) => (tried.get(`${step.id} ${way}`) ?? 0) < often);
    const onward = step.ways.find(({ to }) => to === 'next') ?? untried ?? step.ways.at(-1);
    const act = left.get(step.id)?.shift() ?? onward?.act;
    if (!seat || !act) throw new Error(`Nothing to do at "${step.id}"`);
    const pace = `${step.id} ${act}`;
    tried.set(pace, (tried.get(pace) ?? 0) + 1);
    path.push({ seat, step: step.id, act, half: legAt(course, state.place).half });
    state = after(state, seat, act);
  }
  if (state.status !== 'ended') throw new Error('A path without an end');
  return path;

  function after(before: DialogueState, seat: Seat, type: MoveType): DialogueState {
    const now = before.status === 'new' ? 1 : before.at + 1;
    const [move] = attemptsOf(type, exercise, before, seat, now);
    if (!move) throw new Error(`No such move as ${type}`);
    const submission = submissionOf(move, before, carries(move, before));
    const verdict = decide(exercise, before, submission, seat, now);
    if (!verdict.ok) throw new Error(`${seat} ${type}: ${verdict.reason}`);
    return evolve(exercise, before, verdict.value);
  }
}
