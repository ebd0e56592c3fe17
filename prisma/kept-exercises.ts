import * as v from 'valibot';
import { Exercise } from '#lib/exercises/exercise.ts';
import type { Database } from './client.ts';
import { patiently } from './patiently.ts';
import { rowsOf, whole } from './row.ts';

/**
 * Keeps an exercise as it is when a session of it is opened, so that the session can be played again
 * under the rules it was made with. The first keeping of a version stays.
 */
export async function keepExercise(db: Database, exercise: Exercise): Promise<void> {
  const { id, version } = exercise.definition;
  await patiently(
    () => db.$executeRaw`
      INSERT INTO "KeptExercise" ("id", "version", "exercise")
      VALUES (${id}, ${version}, ${JSON.stringify(exercise)}) ON CONFLICT DO NOTHING`,
  );
}

const KeptRow = v.object({ id: v.string(), version: whole, exercise: v.string() });

/** A version that was kept; its exercise is null when no release can read it any more. */
export interface KeptExercise {
  id: string;
  version: number;
  exercise: Exercise | null;
}

/** Every version of an exercise that a session was ever opened of. */
export async function keptExercises(db: Database): Promise<readonly KeptExercise[]> {
  const rows = await rowsOf(
    KeptRow,
    () => db.$queryRaw`SELECT "id", "version", "exercise" FROM "KeptExercise"`,
  );
  return rows.map(({ id, version, exercise }) => {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Exercise), exercise);
    return { id, version, exercise: read.success ? read.output : null };
  });
}
