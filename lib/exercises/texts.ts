import * as v from 'valibot';
import { AboutTexts, PhaseTexts, StepWords, WayTexts } from './exercise-file.ts';

/** All that is told at one step, with how each way on from it is offered, by act. */
export const StepTexts = v.strictObject({
  ...StepWords.entries,
  ways: v.record(v.string(), WayTexts),
});
export type StepTexts = v.InferOutput<typeof StepTexts>;

/** All that is told about one exercise in one language. */
export const ExerciseTexts = v.strictObject({
  about: AboutTexts,
  /** By phase id. */
  phases: v.record(v.string(), PhaseTexts),
  /** By step id. */
  steps: v.record(v.string(), StepTexts),
});
export type ExerciseTexts = v.InferOutput<typeof ExerciseTexts>;
