'use client';

import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { ExerciseTexts } from '#lib/exercises/texts.ts';
import { useHere } from './here.tsx';

/** The texts of an exercise in the language of the page. Throws for one the page did not bring. */
export function useExerciseTexts({ id, version }: ExerciseRef): ExerciseTexts {
  const texts = useHere().texts[`${id}@${version}`];
  if (!texts) throw new Error(`No texts for "${id}@${version}"`);
  return texts;
}
