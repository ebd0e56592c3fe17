import type { Act } from './act.ts';
import { courseOf, follow, stepAt } from './course.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { DialogueState } from './state.ts';

/** The acts that lead on without words, where an exercise lets whoever is asked choose to. */
const onward: ReadonlySet<Act> = new Set<Act>(['finish', 'enough', 'pass']);

/** Where one of these may be done, something waits to be accepted, and nothing hurries that. */
const acceptance: ReadonlySet<Act> = new Set<Act>(['confirm', 'correct', 'accept', 'agree']);

/**
 * The act by which whoever is asked here goes on to the next phase, when the exercise offers one that
 * needs no words (rule O6). Null everywhere else, so also while something waits to be accepted (even
 * where the exercise lets them go on without), on hold, and in the last phase.
 */
export function wayOn(exercise: ExerciseDefinition, state: DialogueState): Act | null {
  if (state.status !== 'running') return null;
  const course = courseOf(exercise);
  const { ways } = stepAt(course, state.place);
  if (ways.some(({ act }) => acceptance.has(act))) return null;
  const way = ways.find(({ act, to }) => to === 'next' && onward.has(act));
  return way && follow(course, state.place, way.to) ? way.act : null;
}
