import type { HintId } from './hint.ts';

/**
 * What someone is doing with these words. Giving back is meant to be complete (a mirror, a summary);
 * answering is about what was heard without repeating it (validating, empathising, responding).
 */
export const writings = ['telling', 'giving-back', 'answering', 'other'] as const;
export type Writing = (typeof writings)[number];

const always: readonly HintId[] = ['blame', 'why', 'feel-that', 'too-long'];
const answering: readonly HintId[] = [...always, 'rebuttal', 'advice'];

const fitting: Readonly<Record<Writing, ReadonlySet<HintId>>> = {
  telling: new Set(always),
  'giving-back': new Set<HintId>([...answering, 'copy', 'coverage']),
  answering: new Set(answering),
  other: new Set(always),
};

/** Whether this hint makes sense while someone is writing this. */
export function fits(hint: HintId, writing: Writing): boolean {
  return fitting[writing].has(hint);
}
