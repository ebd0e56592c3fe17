import type { Act } from './act.ts';
import { courseOf, follow, stepAt } from './course.ts';
import type { ExerciseDefinition } from './exercise.ts';
import type { DialogueState } from './state.ts';

/** The acts that lead on without words, where an exercise lets whoever is asked choose to. */
const onward: ReadonlySet<Act> = new Set<Act>(['finish', 'enough', 'pass']);

/**
 * The act by which whoever is asked here goes on to the next phase, when the exercise offers one that
 * needs no words (rule O6). Null everywhere else, so also while something waits for acceptance, on
 * hold, and in the last phase.
 */
export function wayOn(exercise: ExerciseDefinition, state: DialogueState): Act | null {
  if (state.status !== 'running') return null;
  const course = courseOf(exercise);
  const way = stepAt(course, state.place).ways.find(
    ({ act, to }) => to === 'next' && onward.has(act),
  );
  return way && follow(course, state.place, way.to) ? way.act : null;
}
