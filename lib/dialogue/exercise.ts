import * as z from 'zod/mini';
import { Act } from './act.ts';

const slug = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** Names one version of one exercise; a session stays with the version it was opened under. */
export const ExerciseRef = z.strictObject({ id: slug, version: z.int().check(z.positive()) });
export type ExerciseRef = z.infer<typeof ExerciseRef>;

/** Who a step waits for: one role, or each of the two once, in any order. */
export const Actor = z.enum(['speaker', 'listener', 'both']);
export type Actor = z.infer<typeof Actor>;

/** A way on from a step: the act, and where it leads (`next` leaves the phase, else a step id). */
export const Way = z.strictObject({ act: Act, to: slug });
export type Way = z.infer<typeof Way>;

export const Step = z.strictObject({
  id: slug,
  actor: Actor,
  /** Answers stay with the server until both are in. Only for `both`. */
  hidden: z.optional(z.boolean()),
  ways: z.array(Way).check(z.minLength(1)),
});
export type Step = z.infer<typeof Step>;

export const Phase = z.strictObject({ id: slug, steps: z.array(Step).check(z.minLength(1)) });
export type Phase = z.infer<typeof Phase>;

/**
 * A stretch of an exercise. `once` is played once, the opener speaking. `each` is played twice with
 * the roles swapped the second time; `between` stands between the two halves.
 */
export const Part = z.discriminatedUnion('play', [
  z.strictObject({ play: z.literal('once'), phases: z.array(Phase).check(z.minLength(1)) }),
  z.strictObject({
    play: z.literal('each'),
    phases: z.array(Phase).check(z.minLength(1)),
    between: z.array(Phase),
  }),
]);
export type Part = z.infer<typeof Part>;

/** An exercise as data. Step ids are unique in the whole exercise; a way leads only within its part. */
export const ExerciseDefinition = z.strictObject({
  id: slug,
  version: z.int().check(z.positive()),
  parts: z.array(Part).check(z.minLength(1)),
});
export type ExerciseDefinition = z.infer<typeof ExerciseDefinition>;

/** The step with this id, or undefined when the phase has none. */
export function stepOf(phase: Phase, id: string): Step | undefined {
  return phase.steps.find((step) => step.id === id);
}

/** Whether a reference names this version of this exercise. */
export function isRefOf(ref: ExerciseRef, exercise: ExerciseDefinition): boolean {
  return ref.id === exercise.id && ref.version === exercise.version;
}
