import type { HintId } from '#lib/hints/hint.ts';
import { hintsFor } from '#lib/hints/hints.ts';
import type { Tongue } from '#lib/hints/tongue.ts';
import type { Labelled } from './labelled.ts';

export interface Figures {
  /** Of the times that the hint is given, how often rightly. */
  precision: number;
  /** Of the times that it is due, how often it is given. */
  recall: number;
  /** How many sentences it is due in. */
  n: number;
}

/** What every hint has to reach. */
export const atLeast = { precision: 0.9, recall: 0.6 } as const;

/** Whether a hint does well enough to be shown. */
export function reaches({ precision, recall }: Figures): boolean {
  return precision >= atLeast.precision && recall >= atLeast.recall;
}

/** The figures of every hint over these sentences. */
export function figuresOf(
  sentences: readonly Labelled[],
  tongue: Tongue,
): Readonly<Record<HintId, Figures>> {
  const given = sentences.map((one) => new Set(hintsFor(one, tongue).map(({ id }) => id)));
  const of = (id: HintId): Figures => {
    const due = sentences.map(({ hints }) => hints.includes(id));
    const n = due.filter(Boolean).length;
    const shown = given.filter((ids) => ids.has(id)).length;
    const right = given.filter((ids, index) => ids.has(id) && due[index]).length;
    return { precision: shown === 0 ? 1 : right / shown, recall: n === 0 ? 1 : right / n, n };
  };
  return {
    rebuttal: of('rebuttal'),
    blame: of('blame'),
    why: of('why'),
    advice: of('advice'),
    'feel-that': of('feel-that'),
    copy: of('copy'),
    coverage: of('coverage'),
    'too-long': of('too-long'),
  };
}
