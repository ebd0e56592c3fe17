import { courseOf, legAt, speakerIn, stepAt } from './course.ts';
import type { ExerciseDefinition } from './exercise.ts';
import { awaited } from './legal.ts';
import type { Seat } from './seat.ts';
import type { Running } from './state.ts';

/** Who is asked something, as one of the two sees it. */
export interface Floor {
  /** `waiting`: both were asked, you answered, the other has not yet. */
  turn: 'yours' | 'theirs' | 'both' | 'waiting';
  /** Who has the floor; null when it is nobody's alone. */
  holder: Seat | null;
  /** Who tells in this stretch. */
  speaker: Seat;
}

/** Who holds the floor at this place; during a hold, who will hold it when both go on. */
export function floorOf(
  exercise: ExerciseDefinition,
  state: Pick<Running, 'place' | 'opener' | 'answered'>,
  you: Seat,
): Floor {
  const course = courseOf(exercise);
  const speaker = speakerIn(legAt(course, state.place), state.opener);
  const asked = awaited(exercise, state);
  const yours = asked.includes(you);
  if (stepAt(course, state.place).actor === 'both') {
    return { turn: yours ? 'both' : 'waiting', holder: null, speaker };
  }
  return { turn: yours ? 'yours' : 'theirs', holder: asked[0] ?? null, speaker };
}
