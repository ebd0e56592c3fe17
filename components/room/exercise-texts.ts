'use client';

import { useLanguage } from '#components/language/use-language.ts';
import type { ExerciseTexts } from '#lib/exercises/texts.ts';
import { useHere } from './here.tsx';

/** The texts of the exercise that is on, in the language of the page. Throws outside of a session. */
export function useExerciseTexts(): ExerciseTexts {
  const language = useLanguage();
  const { session } = useHere().snapshot;
  if (!session) throw new Error('No session around this component');
  return session.texts[language];
}
