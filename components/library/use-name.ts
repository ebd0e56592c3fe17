'use client';

import { useEffect, useState } from 'react';
import { useLanguage } from '#components/language/use-language.ts';
import { useHere } from '#components/room/here.tsx';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { nameIn } from '#lib/exercises/catalogue.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { keyOf } from '#lib/exercises/key.ts';

/** What an exercise is called, also one that came after this page; undefined while nobody knows. */
export function useName(exercise: ExerciseRef | null): string | undefined {
  const language = useLanguage();
  const { room, catalogue, snapshot } = useHere();
  const { connection } = snapshot;
  const [fetched, setFetched] = useState<Exercise | null>(null);
  const known = exercise ? nameIn(catalogue, exercise) : undefined;
  const sought = exercise && known === undefined ? keyOf(exercise) : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another connection asks again
  useEffect(() => {
    if (!exercise || sought === null) return;
    let left = false;
    room.fetchExercise(exercise).then(
      (found) => {
        if (!left) setFetched(found);
      },
      // It is asked for again with the next connection.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [room, sought, connection]);

  const found = fetched && keyOf(fetched.definition) === sought ? fetched : null;
  return known ?? found?.texts[language].about.name;
}
