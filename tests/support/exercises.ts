import type { ExerciseDefinition, ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { readLibrary } from '#lib/exercises/library.ts';

/** Our own exercises, as a server without a folder of its host has them. */
export const library = readLibrary(null);

/** The same with the example that a host could add. */
const withExample = readLibrary('docs/examples');

/** One of ours, or the example, by its id. Throws for one there is not. */
export function exerciseOf(id: string): Exercise {
  const found = [...library.offered, ...withExample.offered].find(
    ({ definition }) => definition.id === id,
  );
  if (!found) throw new Error(`No exercise "${id}"`);
  return found;
}

/** The exercises in the place of a server that serves them. */
export async function fetchExercise(ref: ExerciseRef): Promise<Exercise | null> {
  return library.find(ref) ?? null;
}

/** The dialogue that most tests play. */
export const mirrorDialogue = exerciseOf('mirror-dialogue').definition;

/** An exercise of rules alone, for where nothing is shown. */
export function untold(definition: ExerciseDefinition): Exercise {
  const { minutes, mood, trains, evidence, texts } = exerciseOf('mirror-dialogue');
  return { definition, minutes, mood, trains, evidence, texts };
}
