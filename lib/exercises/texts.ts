import type { Act } from '#lib/dialogue/act.ts';

/** How one way on from a step is offered and told. `{partner}` stands for the other's name. */
export interface WayTexts {
  /** On the button. */
  label: string;
  /** On the button in spoken mode, after it was said aloud; the label when absent. */
  aloud?: string;
  /** Beginnings of a sentence to borrow; none for an act without words. */
  stems: readonly string[];
  placeholder?: string;
  /** What 0 and 10 mean, for a rating. */
  scale?: { low: string; high: string };
  /** How it reads after a name, in a transcript. */
  saidAs: string;
}

export interface StepTexts {
  /** What is asked now, to the one who acts. */
  acting: string;
  /** What the other sees meanwhile; there `{partner}` is the one who acts. */
  waiting: string;
  /** What is asked of the one who acts in spoken mode. */
  spoken: string;
  ways: Readonly<Partial<Record<Act, WayTexts>>>;
}

/** All that is told about one exercise in one language. */
export interface ExerciseTexts {
  name: string;
  purpose: string;
  /** By phase id. */
  phases: Readonly<Record<string, { name: string; about: string }>>;
  /** By step id. */
  steps: Readonly<Record<string, StepTexts>>;
}

/** The texts of every exercise in one language, by `id@version`. */
export type TextsByExercise = Readonly<Record<string, ExerciseTexts>>;
