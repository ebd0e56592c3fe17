import type { Act } from '#lib/dialogue/act.ts';
import type { Step } from '#lib/dialogue/exercise.ts';
import type { PhaseTexts, WayTexts } from './exercise-file.ts';
import type { ExerciseTexts, StepTexts } from './texts.ts';

/** The name of a phase and what it is about. Throws for a phase the exercise does not have. */
export function phaseTexts(texts: ExerciseTexts, phase: string): PhaseTexts {
  return known(texts.phases[phase], phase);
}

/** What a step asks. Throws for a step the exercise does not have. */
export function stepTexts(texts: ExerciseTexts, step: string): StepTexts {
  return known(texts.steps[step], step);
}

/** How an act is offered at a step. Throws for an act the step does not offer. */
export function wayTexts(texts: ExerciseTexts, step: string, act: Act): WayTexts {
  return known(stepTexts(texts, step).ways[act], `${step}/${act}`);
}

/** What a check asks a number for at this step, in the order of the numbers. */
export function scaleTexts(texts: ExerciseTexts, { id, scales = [] }: Step): readonly string[] {
  const asked = stepTexts(texts, id).scales ?? {};
  return scales.map((scale) => known(asked[scale], `${id}/${scale}`));
}

/** Puts the other's name where a text says `{partner}`. */
export function withPartner(text: string, partner: string): string {
  return text.replaceAll('{partner}', () => partner);
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`No texts for "${name}"`);
  return value;
}
