import { join } from 'node:path';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { readFiles } from '#lib/exercises/library.ts';

const file = join('lib', 'exercises', 'taste', 'taste.yaml');
let read: Exercise | undefined;

/**
 * The exercise somebody plays alone. It is in no library, so no room can open it. Server side only: it
 * reads a file. Throws when that is broken, which is a bug.
 */
export function tasteExercise(): Exercise {
  read ??= fromFile();
  return read;
}

function fromFile(): Exercise {
  const { all, faults } = readFiles([file]);
  const [exercise] = all;
  if (!exercise) throw new Error(faults.map(({ line, says }) => `${file}:${line}: ${says}`).join());
  return exercise;
}
