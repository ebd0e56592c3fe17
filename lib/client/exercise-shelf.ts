import * as v from 'valibot';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { Exercise } from '#lib/exercises/exercise.ts';

/** Longer than an answer takes, in milliseconds. */
const answerWithin = 10_000;

/** Where exercises come from. */
export interface ExerciseShelf {
  /** Null for one there is not; rejects while the server cannot be reached, or answers nonsense. */
  fetch(ref: ExerciseRef): Promise<Exercise | null>;
}

/**
 * Asks for an exercise each time, because until it is first opened its host may still change it; what is
 * under way already is waited for together.
 * @param get asks the server for an address of its own.
 */
export function exerciseShelf(get: (address: string) => Promise<Response>): ExerciseShelf {
  const underWay = new Map<string, Promise<Exercise | null>>();
  return {
    fetch({ id, version }) {
      const address = `/api/exercises/${id}/${version}`;
      const found = underWay.get(address) ?? read(address);
      underWay.set(address, found);
      const done = () => underWay.delete(address);
      found.then(done, done);
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

/** The exercises of the server this page came from. */
export const deviceShelf = exerciseShelf((address) =>
  fetch(address, { signal: AbortSignal.timeout(answerWithin) }),
);
