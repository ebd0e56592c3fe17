import type { Actor, ExerciseRef, Phase, Step } from '#lib/dialogue/exercise.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Exercise } from './exercise.ts';
import type { AboutTexts, WayTexts } from './exercise-file.ts';
import type { ExerciseTexts } from './texts.ts';
import { phaseTexts, scaleTexts, stepTexts, wayTexts } from './texts-of.ts';

type Scale = NonNullable<WayTexts['scale']>;

/** What a step asks of who does it aloud, without the app. */
export type Asked =
  | { kind: 'say'; text: string }
  | { kind: 'number'; scale: Scale | null }
  | { kind: 'numbers'; scale: Scale | null; questions: readonly string[] }
  | { kind: 'day' };

export interface PaperStep {
  id: string;
  actor: Actor;
  /** Whether it is skipped when everything goes its usual way. */
  aside: boolean;
  asked: Asked;
}

export interface PaperPhase {
  id: string;
  name: string;
  about: string;
  steps: readonly PaperStep[];
}

/** Phases that belong together: done once, done by each of the two, or done in between. */
export interface Stretch {
  play: 'once' | 'each' | 'between';
  phases: readonly PaperPhase[];
}

/** All there is to read of an exercise before doing it, in one language. */
export interface Leaflet extends Pick<Exercise, 'minutes' | 'mood' | 'trains' | 'evidence'> {
  exercise: ExerciseRef;
  about: AboutTexts;
  course: readonly Stretch[];
}

/**
 * What a couple reads of an exercise, also when there is only paper.
 * @param other what the other is called where a text says `{partner}`.
 */
export function leafletOf(exercise: Exercise, language: Language, other: string): Leaflet {
  const { definition, minutes, mood, trains, evidence } = exercise;
  const texts = exercise.texts[language];
  const phases = (from: readonly Phase[]) => from.map((phase) => phaseOf(phase, texts, other));
  const { id, version } = definition;
  const course = definition.parts.flatMap((part): Stretch[] =>
    part.play === 'once'
      ? [{ play: 'once', phases: phases(part.phases) }]
      : [
          { play: 'each', phases: phases(part.phases) },
          { play: 'between', phases: phases(part.between) },
        ],
  );
  return {
    exercise: { id, version },
    about: texts.about,
    minutes,
    mood,
    trains,
    evidence,
    course: course.filter((stretch) => stretch.phases.length > 0),
  };
}

function phaseOf({ id, steps }: Phase, texts: ExerciseTexts, other: string): PaperPhase {
  const { name, about } = phaseTexts(texts, id);
  const usual = usualIn(steps);
  return {
    id,
    name,
    about: naming(about, other),
    steps: steps.map((step) => ({
      id: step.id,
      actor: step.actor,
      aside: !usual.has(step) && canSkip(steps, step),
      asked: askedAt(step, texts, other),
    })),
  };
}

/** The steps of a phase that are taken when at each the first way on is. */
function usualIn(steps: readonly Step[]): ReadonlySet<Step> {
  const usual = new Set<Step>();
  for (let at = steps[0]; at && !usual.has(at); ) {
    usual.add(at);
    const onward = at.ways[0]?.to;
    at = steps.find(({ id }) => id === onward);
  }
  return usual;
}

/** Whether the phase can be gone through without this step. */
function canSkip(steps: readonly Step[], skipped: Step): boolean {
  const seen = new Set<Step>([skipped]);
  const passes = (step: Step | undefined): boolean => {
    if (!step || seen.has(step)) return false;
    seen.add(step);
    return step.ways.some(({ to }) => to === 'next' || passes(steps.find(({ id }) => id === to)));
  };
  return passes(steps[0]);
}

function askedAt(step: Step, texts: ExerciseTexts, other: string): Asked {
  const [usual] = step.ways;
  const scale = (usual && wayTexts(texts, step.id, usual.act).scale) ?? null;
  // What the app asks there is about its slider or its calendar.
  if (usual?.act === 'rate') return { kind: 'number', scale };
  if (usual?.act === 'check') {
    const questions = scaleTexts(texts, step).map((question) => naming(question, other));
    return { kind: 'numbers', scale, questions };
  }
  if (usual?.act === 'schedule') return { kind: 'day' };
  return { kind: 'say', text: naming(stepTexts(texts, step.id).spoken, other) };
}

/** Names the other where a text says `{partner}`, with a capital where a sentence begins. */
function naming(text: string, other: string): string {
  const capital = other.charAt(0).toUpperCase() + other.slice(1);
  return text
    .replace(/(^|[.!?]\s+)\{partner\}/g, (_, before: string) => before + capital)
    .replaceAll('{partner}', () => other);
}
