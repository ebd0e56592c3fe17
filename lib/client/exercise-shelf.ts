import * as v from 'valibot';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { Exercise } from '#lib/exercises/exercise.ts';

/** The exercises this device has fetched; each version is fetched once. */
export interface ExerciseShelf {
  /** Null for one there is not; rejects while the server cannot be reached, or answers nonsense. */
  fetch(ref: ExerciseRef): Promise<Exercise | null>;
}

/** @param get asks the server for an address of its own. */
export function exerciseShelf(get: (address: string) => Promise<Response>): ExerciseShelf {
  const known = new Map<string, Promise<Exercise | null>>();
  return {
    fetch({ id, version }) {
      const address = `/api/exercises/${id}/${version}`;
      const found = known.get(address) ?? read(address);
      known.set(address, found);
      // What could not be had now is asked for again.
      found.catch(() => known.delete(address));
      return found;
    },
  };

  async function read(address: string): Promise<Exercise | null> {
    const answer = await get(address);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`No exercise: ${answer.status}`);
    return v.parse(Exercise, await answer.json());
  }
}

/** What this page has fetched. */
export const deviceShelf = exerciseShelf((address) => fetch(address));
