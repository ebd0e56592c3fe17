import { courseOf, legAt, speakerIn, stepAt } from '#lib/dialogue/course.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { awaited } from '#lib/dialogue/legal.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Running } from '#lib/dialogue/state.ts';

/** Who is asked something now, as one of the two sees it. */
export interface Floor {
  /** `waiting`: both were asked, you answered, the other has not yet. */
  turn: 'yours' | 'theirs' | 'both' | 'waiting';
  /** Whose voice tints the screen; null when it is nobody's alone. */
  holder: Seat | null;
  /** Who tells in this stretch. */
  speaker: Seat;
}

/** Reads from the rules who holds the floor. */
export function floorOf(exercise: ExerciseDefinition, state: Running, you: Seat): Floor {
  const course = courseOf(exercise);
  const speaker = speakerIn(legAt(course, state.place), state.opener);
  const asked = awaited(exercise, state);
  const yours = asked.includes(you);
  if (stepAt(course, state.place).actor === 'both') {
    return { turn: yours ? 'both' : 'waiting', holder: null, speaker };
  }
  return { turn: yours ? 'yours' : 'theirs', holder: asked[0] ?? null, speaker };
}
