'use client';

import { useEffect, useState } from 'react';
import { useHere } from '#components/room/here.tsx';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';

/** An exercise being fetched. `gone`: the server has no such exercise. */
export type Fetched =
  | { kind: 'reading' | 'trouble' | 'gone' }
  | { kind: 'there'; exercise: Exercise };

/** Fetches an exercise; what did not come is asked for again as soon as there is a connection. */
export function useExercise({ id, version }: ExerciseRef): { fetched: Fetched; retry(): void } {
  const { room, snapshot } = useHere();
  const { connection } = snapshot;
  const [fetched, setFetched] = useState<Fetched>({ kind: 'reading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another connection or attempt fetches again
  useEffect(() => {
    let left = false;
    room.fetchExercise({ id, version }).then(
      (exercise) => {
        if (!left) setFetched(exercise ? { kind: 'there', exercise } : { kind: 'gone' });
      },
      () => {
        if (!left) setFetched({ kind: 'trouble' });
      },
    );
    return () => {
      left = true;
    };
  }, [room, id, version, connection, attempt]);

  const retry = () => {
    setFetched({ kind: 'reading' });
    setAttempt(attempt + 1);
  };
  return { fetched, retry };
}
