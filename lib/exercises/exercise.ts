import * as v from 'valibot';
import { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { Bond, Evidence, Mood } from './exercise-file.ts';
import { ExerciseTexts } from './texts.ts';

/**
 * One exercise, read and found right: the rules it is played by, what a couple chooses it by, and all
 * its texts. This is also how it travels to a browser.
 */
export const Exercise = v.strictObject({
  definition: ExerciseDefinition,
  /** About how long the whole takes. */
  minutes: v.number(),
  mood: Mood,
  trains: v.array(Bond),
  evidence: Evidence,
  texts: v.strictObject({ nl: ExerciseTexts, en: ExerciseTexts }),
});
export type Exercise = v.InferOutput<typeof Exercise>;
