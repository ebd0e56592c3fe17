import { courseOf, legAt, speakerIn } from './course.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { Seat } from './seat.ts';
import type { Ended } from './state.ts';

/**
 * The seat whose half never began because the session was stopped in the other's half or between the
 * two. Null when the session was completed, and when it was stopped before the halves or in the last.
 */
export function stoppedHalfway(
  exercise: ExerciseDefinition,
  { how, place, opener }: Pick<Ended, 'how' | 'place' | 'opener'>,
): Seat | null {
  if (how === 'completed') return null;
  const course = courseOf(exercise);
  const { part } = legAt(course, place);
  const second = course.findIndex((leg) => leg.part === part && leg.half === 2);
  const leg = second > place.leg ? course[second] : undefined;
  return leg ? speakerIn(leg, opener) : null;
}
