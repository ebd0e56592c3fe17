import type { Act } from '#lib/dialogue/act.ts';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import type { Language } from '#lib/i18n/language.ts';
import { en as mirrorDialogueEn } from './mirror-dialogue/en.ts';
import { nl as mirrorDialogueNl } from './mirror-dialogue/nl.ts';
import type { ExerciseTexts, StepTexts, WayTexts } from './texts.ts';

const library: Readonly<Record<string, Readonly<Record<Language, ExerciseTexts>>>> = {
  'mirror-dialogue@1': { nl: mirrorDialogueNl, en: mirrorDialogueEn },
};

/** The texts of this version of an exercise. Throws for one we do not have, which is a bug. */
export function textsOf({ id, version }: ExerciseRef, language: Language): ExerciseTexts {
  return known(library[`${id}@${version}`], `${id}@${version}`)[language];
}

/** The name of a phase and what it is about. Throws for a phase the exercise does not have. */
export function phaseTexts(texts: ExerciseTexts, phase: string): { name: string; about: string } {
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

/** Puts the other's name where a text says `{partner}`. */
export function withPartner(text: string, partner: string): string {
  return text.replaceAll('{partner}', () => partner);
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`No texts for "${name}"`);
  return value;
}
