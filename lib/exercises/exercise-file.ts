import * as v from 'valibot';
import { Act } from '#lib/dialogue/act.ts';
import { Actor, slugPattern } from '#lib/dialogue/exercise.ts';

const slug = v.pipe(
  v.string(),
  v.regex(
    slugPattern,
    'Use small letters, digits and hyphens, beginning with a letter, at most 40; and not "constructor".',
  ),
);
const sentence = v.pipe(v.string(), v.trim(), v.minLength(1, 'Write something here.'));
const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(120));

/** The same said in each language of the app. */
function inEachLanguage<Said extends v.GenericSchema>(said: Said) {
  return { nl: said, en: said };
}

/** How one way on from a step is offered and told. `{partner}` stands for the other's name. */
export const WayTexts = v.strictObject({
  /** On the button. */
  label: sentence,
  /** On the button in spoken mode, after it was said aloud; the label when absent. */
  aloud: v.exactOptional(sentence),
  /** Beginnings of a sentence to borrow. */
  stems: v.optional(v.array(sentence), []),
  placeholder: v.exactOptional(sentence),
  /** What 0 and 10 mean, for a rating or a check. */
  scale: v.exactOptional(v.strictObject({ low: sentence, high: sentence })),
  /** How it reads after a name, in a transcript. */
  saidAs: sentence,
});
export type WayTexts = v.InferOutput<typeof WayTexts>;

export const StepWords = v.strictObject({
  /** What is asked now, to the one who acts. */
  acting: sentence,
  /** What the other sees meanwhile; there `{partner}` is the one who acts. */
  waiting: sentence,
  /** What is asked of the one who acts in spoken mode. */
  spoken: sentence,
  /** What each scale of a check asks, by its id. */
  scales: v.exactOptional(v.record(slug, sentence)),
});
export type StepWords = v.InferOutput<typeof StepWords>;

export const PhaseTexts = v.strictObject({ name: sentence, about: sentence });
export type PhaseTexts = v.InferOutput<typeof PhaseTexts>;

const WayInFile = v.strictObject({ act: Act, to: slug, ...inEachLanguage(WayTexts) });

const StepInFile = v.strictObject({
  id: slug,
  actor: Actor,
  hidden: v.exactOptional(v.boolean()),
  scales: v.exactOptional(v.pipe(v.array(slug), v.minLength(1), v.maxLength(12))),
  distress: v.exactOptional(v.boolean()),
  ...inEachLanguage(StepWords),
  ways: v.pipe(v.array(WayInFile), v.minLength(1, 'A step has at least one way on.')),
});
export type StepInFile = v.InferOutput<typeof StepInFile>;

/** A phase that is written out. */
export const OwnPhase = v.strictObject({
  id: slug,
  minutes: v.exactOptional(minutes),
  ...inEachLanguage(PhaseTexts),
  steps: v.pipe(v.array(StepInFile), v.minLength(1, 'A phase has at least one step.')),
});
export type OwnPhase = v.InferOutput<typeof OwnPhase>;

/** A phase taken from the common ones; with `as` its ids get that ending, so that it fits in twice. */
export const UsedPhase = v.strictObject({
  use: slug,
  as: v.exactOptional(slug),
  minutes: v.exactOptional(minutes),
  /** Another name for it in this exercise. */
  nl: v.exactOptional(PhaseTexts),
  en: v.exactOptional(PhaseTexts),
});
export type UsedPhase = v.InferOutput<typeof UsedPhase>;

/** A phase is one or the other, told apart by its first word, so that a fault names the right one. */
const PhaseInFile = v.lazy((phase) =>
  typeof phase === 'object' && phase !== null && 'use' in phase ? UsedPhase : OwnPhase,
);
export type PhaseInFile = OwnPhase | UsedPhase;

const phases = v.pipe(v.array(PhaseInFile), v.minLength(1, 'A part has at least one phase.'));

const PartInFile = v.variant('play', [
  v.strictObject({ play: v.literal('once'), phases }),
  v.strictObject({
    play: v.literal('each'),
    phases,
    between: v.optional(v.array(PhaseInFile), []),
  }),
]);

/** What a couple feels like doing. */
export const Mood = v.picklist(['closeness', 'difficult', 'good', 'check']);
export type Mood = v.InferOutput<typeof Mood>;

/** The three features of a safe bond an exercise can train; `product.md` has the Dutch words. */
export const Bond = v.picklist(['accessible', 'responsive', 'engaged']);
export type Bond = v.InferOutput<typeof Bond>;

/**
 * How strong the evidence is, honestly. `trials`: this way of talking was tried in controlled trials;
 * `related`: something close to it was; `none`: an idea from practice.
 */
export const Evidence = v.picklist(['trials', 'related', 'none']);
export type Evidence = v.InferOutput<typeof Evidence>;

/** What is told about an exercise in one language. */
export const AboutTexts = v.strictObject({
  name: sentence,
  /** One or two sentences: what you do. */
  purpose: sentence,
  /** What it is for. */
  goal: sentence,
  /** When not to do it. */
  notWhen: sentence,
  /** Who speaks first, and why. */
  first: sentence,
  /** Where it comes from. */
  source: sentence,
  /** What is known of its effect. */
  evidence: sentence,
});
export type AboutTexts = v.InferOutput<typeof AboutTexts>;

/** An exercise as it is written in a file: rules and texts side by side. */
export const ExerciseFile = v.strictObject({
  id: slug,
  version,
  minutes,
  mood: Mood,
  trains: v.array(Bond),
  evidence: Evidence,
  ...inEachLanguage(AboutTexts),
  parts: v.pipe(v.array(PartInFile), v.minLength(1, 'An exercise has at least one part.')),
});
export type ExerciseFile = v.InferOutput<typeof ExerciseFile>;

/** The phases that any exercise may use. */
export const CommonFile = v.strictObject({ phases: v.array(OwnPhase) });
