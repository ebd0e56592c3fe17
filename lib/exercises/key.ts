import type { ExerciseRef } from '#lib/dialogue/exercise.ts';

/** One version of an exercise as a key. */
export function keyOf({ id, version }: ExerciseRef): string {
  return `${id}@${version}`;
}
