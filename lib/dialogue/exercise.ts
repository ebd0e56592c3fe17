import * as v from 'valibot';
import { Act } from './act.ts';

/** What ids look like: short, and never a name that every object has. */
export const slugPattern = /^(?!constructor$|prototype$)[a-z][a-z0-9-]{0,39}$/;
const slug = v.pipe(v.string(), v.regex(slugPattern));

/** Names one version of one exercise; a session stays with the version it was opened under. */
export const ExerciseRef = v.strictObject({
  id: slug,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type ExerciseRef = v.InferOutput<typeof ExerciseRef>;

/** Who a step waits for: one role, or each of the two once, in any order. */
export const Actor = v.picklist(['speaker', 'listener', 'both']);
export type Actor = v.InferOutput<typeof Actor>;

/** A way on from a step: the act, and where it leads (`next` leaves the phase, else a step id). */
export const Way = v.strictObject({ act: Act, to: slug });
export type Way = v.InferOutput<typeof Way>;

export const Step = v.strictObject({
  id: slug,
  actor: Actor,
  /** Answers stay with the server until both are in. Only for `both`. */
  hidden: v.exactOptional(v.boolean()),
  /** What a `check` asks a number for, in this order. */
  scales: v.exactOptional(v.pipe(v.array(slug), v.minLength(1), v.maxLength(12))),
  /** Whether a `rate` here tells how tense someone is, so that a jump can be answered with a pause. */
  distress: v.exactOptional(v.boolean()),
  ways: v.pipe(v.array(Way), v.minLength(1)),
});
export type Step = v.InferOutput<typeof Step>;

export const Phase = v.strictObject({
  id: slug,
  /** About how long it takes: guidance to show, never a limit. */
  minutes: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(120))),
  steps: v.pipe(v.array(Step), v.minLength(1)),
});
export type Phase = v.InferOutput<typeof Phase>;

/**
 * A stretch of an exercise. `once` is played once, the opener speaking. `each` is played twice with
 * the roles swapped the second time; `between` stands between the two halves.
 */
export const Part = v.variant('play', [
  v.strictObject({ play: v.literal('once'), phases: v.pipe(v.array(Phase), v.minLength(1)) }),
  v.strictObject({
    play: v.literal('each'),
    phases: v.pipe(v.array(Phase), v.minLength(1)),
    between: v.array(Phase),
  }),
]);
export type Part = v.InferOutput<typeof Part>;

/** An exercise as data. Step ids are unique in the whole exercise; a way leads only within its part. */
export const ExerciseDefinition = v.strictObject({
  id: slug,
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  parts: v.pipe(v.array(Part), v.minLength(1)),
});
export type ExerciseDefinition = v.InferOutput<typeof ExerciseDefinition>;

/** The step with this id, or undefined when the phase has none. */
export function stepOf(phase: Phase, id: string): Step | undefined {
  return phase.steps.find((step) => step.id === id);
}

/** Whether a reference names this version of this exercise. */
export function isRefOf(ref: ExerciseRef, exercise: ExerciseDefinition): boolean {
  return ref.id === exercise.id && ref.version === exercise.version;
}
