import { acts } from '#lib/dialogue/act.ts';
import { checkExercise } from '#lib/dialogue/check.ts';
import {
  type ExerciseDefinition,
  type Part,
  type Phase,
  slugPattern,
} from '#lib/dialogue/exercise.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';
import { type Language, languages } from '#lib/i18n/language.ts';
import type { Exercise } from './exercise.ts';
import { CommonFile, ExerciseFile, type OwnPhase, type StepInFile } from './exercise-file.ts';
import { type CommonPhases, expand } from './expand.ts';
import { readSource, type Source, type SourceFault } from './source.ts';
import type { ExerciseTexts } from './texts.ts';

/** Reads the phases that any exercise may use. */
export function readCommonPhases(
  file: string,
  text: string,
): Result<CommonPhases, readonly SourceFault[]> {
  const source = readSource(file, text, CommonFile);
  if (!source.ok) return source;
  return accepted(new Map(source.value.value.phases.map((phase) => [phase.id, phase])));
}

/**
 * Reads an exercise from its file. `docs/writing-an-exercise.md` describes the format.
 * @param file the name that faults are told under.
 * @returns the exercise, or all that is wrong with it, each with its line and the remedy.
 */
export function readExercise(
  file: string,
  text: string,
  common: CommonPhases,
): Result<Exercise, readonly SourceFault[]> {
  const source = readSource(file, text, ExerciseFile);
  if (!source.ok) return source;
  const placed = new Placed(source.value, common);
  const { id, version, parts, minutes, mood, trains, evidence } = source.value.value;
  const definition: ExerciseDefinition = {
    id,
    version,
    parts: parts.map((part, index): Part => {
      const phases = placed.take(part.phases, ['parts', index, 'phases']).map(rulesOf);
      if (part.play === 'once') return { play: 'once', phases };
      const between = placed.take(part.between, ['parts', index, 'between']).map(rulesOf);
      return { play: 'each', phases, between };
    }),
  };
  const faults = [
    ...placed.faults,
    ...languages.flatMap((language) => blanksIn(source.value, language)),
    ...placed.phases.flatMap((phase) => placed.textFaults(phase)),
    ...(placed.faults.length > 0
      ? []
      : checkExercise(definition).map(({ at, says }) => placed.faultAt(at, says))),
  ];
  if (faults.length > 0) return refused(faults);
  const textsIn = (language: Language): ExerciseTexts => ({
    about: source.value.value[language],
    phases: Object.fromEntries(placed.phases.map((phase) => [phase.id, phase[language]])),
    steps: Object.fromEntries(
      placed.phases
        .flatMap(({ steps }) => steps)
        .map((step) => [
          step.id,
          {
            ...step[language],
            ways: Object.fromEntries(step.ways.map((way) => [way.act, way[language]])),
          },
        ]),
    ),
  });
  const texts = { nl: textsIn('nl'), en: textsIn('en') };
  return accepted({ definition, minutes, mood, trains, evidence, texts });
}

/** A blank that looks as if a name belonged there. */
const blank = /\{[a-z]+\}/i;
const nobodyHere =
  'What is told about an exercise or a phase is told to nobody by name. Leave out what stands between { }.';

function blanksIn({ value, fault }: Source<ExerciseFile>, language: Language): SourceFault[] {
  const keys = Object.entries(value[language]).filter(([, text]) => blank.test(text));
  return keys.map(([key]) => fault([language, key], nobodyHere));
}

type Path = readonly (string | number)[];

/** The phases of a file, written out, each with the place it came from. */
class Placed {
  readonly phases: OwnPhase[] = [];
  readonly faults: SourceFault[] = [];
  readonly #source: Source<ExerciseFile>;
  readonly #common: CommonPhases;
  readonly #paths = new Map<string, Path>();

  constructor(source: Source<ExerciseFile>, common: CommonPhases) {
    this.#source = source;
    this.#common = common;
  }

  take(phases: ExerciseFile['parts'][number]['phases'], path: Path): readonly OwnPhase[] {
    return phases.flatMap((phase, index) => {
      const here = [...path, index];
      const whole = expand(phase, this.#common);
      if (!whole) {
        const known = [...this.#common.keys()].join(', ');
        const used = 'use' in phase ? phase.use : '';
        const says = `There is no common phase "${used}". There are: ${known}.`;
        this.faults.push(this.#source.fault(here, says));
        return [];
      }
      if ([whole, ...whole.steps].some(({ id }) => !slugPattern.test(id))) {
        const says =
          'With this "as" an id becomes longer than 40 characters. Choose a shorter one.';
        this.faults.push(this.#source.fault(here, says));
        return [];
      }
      this.phases.push(whole);
      this.#paths.set(whole.id, here);
      whole.steps.forEach((step, number) => {
        this.#paths.set(step.id, 'use' in phase ? here : [...here, 'steps', number]);
      });
      return [whole];
    });
  }

  faultAt(id: string, says: string): SourceFault {
    return this.#source.fault(this.#paths.get(id) ?? [], says);
  }

  /** What the texts lack that their shape does not show. */
  textFaults(phase: OwnPhase): readonly SourceFault[] {
    const named = languages.filter((language) => blank.test(JSON.stringify(phase[language])));
    return [
      ...named.map(() => this.faultAt(phase.id, nobodyHere)),
      ...phase.steps.flatMap((step) =>
        languages
          .flatMap((language) => sentencesMissing(step, language))
          .map((says) => this.faultAt(step.id, says)),
      ),
    ];
  }
}

function sentencesMissing(step: StepInFile, language: Language): string[] {
  const says: string[] = [];
  const words = step[language];
  for (const scale of step.scales ?? []) {
    if (words.scales?.[scale] === undefined) {
      says.push(`Step "${step.id}": "${language}" does not say what it asks for "${scale}".`);
    }
  }
  for (const way of step.ways) {
    if (acts[way.act].words !== 'text' && way[language].stems.length > 0) {
      const which = `Step "${step.id}": ${way.act} has no sentences`;
      says.push(`${which}, so it has no stems. Leave them out in "${language}".`);
    }
    const rates = acts[way.act].words === 'rating' || acts[way.act].words === 'ratings';
    if (rates && way[language].scale === undefined) {
      const which = `Step "${step.id}": "${language}" does not say what 0 and 10 mean`;
      says.push(`${which}. Add "scale" with "low" and "high".`);
    }
  }
  const blanks = JSON.stringify([words, step.ways.map((way) => way[language])]).matchAll(
    /\{([^{}"]*)\}/g,
  );
  for (const [blank, name] of blanks) {
    if (name !== 'partner' && /^[a-z]+$/i.test(name ?? '')) {
      says.push(`Step "${step.id}": only {partner} can stand for something, not ${blank}.`);
    }
  }
  return says;
}

function rulesOf({ id, minutes, steps }: OwnPhase): Phase {
  return {
    id,
    ...(minutes === undefined ? {} : { minutes }),
    steps: steps.map(({ nl: _nl, en: _en, ways, ...rules }) => ({
      ...rules,
      ways: ways.map(({ act, to }) => ({ act, to })),
    })),
  };
}
