import { type ExerciseDefinition, type ExerciseRef, isRefOf } from '#lib/dialogue/exercise.ts';
import { mirrorDialogue } from './mirror-dialogue/definition.ts';

/** The exercises a couple can open now, in the order in which they are offered. */
export const exercises: readonly ExerciseDefinition[] = [mirrorDialogue];

/** Versions that are no longer offered, kept for the sessions that were opened under them. */
const retired: readonly ExerciseDefinition[] = [];

/** The definition of exactly this version, offered or not; undefined when there never was one. */
export function findExercise(ref: ExerciseRef): ExerciseDefinition | undefined {
  return [...exercises, ...retired].find((exercise) => isRefOf(ref, exercise));
}
