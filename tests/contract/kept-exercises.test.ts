import { describe, expect, it } from 'vitest';
import { keepExercise, keptExercises } from '#prisma/kept-exercises.ts';
import { exerciseOf } from '#tests/support/exercises.ts';
import { connectionTo, databaseFile } from './database-file.ts';

describe('An exercise that is kept', () => {
  it('comes back as it was at first, whatever is kept of that version later', async () => {
    const db = await connectionTo(await databaseFile());
    const exercise = exerciseOf('are-you-there');
    await keepExercise(db, exercise);
    await keepExercise(db, { ...exercise, minutes: 1 });
    const { id, version } = exercise.definition;
    expect(await keptExercises(db)).toEqual([{ id, version, exercise }]);
    await db.$executeRaw`INSERT INTO "KeptExercise" VALUES ('spoilt', 1, '{"not": "one"}')`;
    expect(await keptExercises(db)).toContainEqual({ id: 'spoilt', version: 1, exercise: null });
  });
});
