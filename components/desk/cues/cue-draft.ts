import { type Cue, ReadyCueId } from '#lib/dialogue/cue.ts';

/** As many as one chooses from without looking for it. */
export const mostCues = 8;
export const longestCue = 80;

/** A cue in a list that is being changed. `key` is the same for as long as it is in the list. */
export interface DraftCue {
  key: number;
  cue: Cue;
}

/** The cues that are ready, in their usual order. */
export const readyCues: readonly Cue[] = ReadyCueId.options.map((id) => ({ kind: 'ready', id }));

let made = 0;

/** A cue as it comes into a list. */
export function drafted(cue: Cue): DraftCue {
  made += 1;
  return { key: made, cue };
}

/** The list with this cue one place up (-1) or down (1); the same list at either end. */
export function moved(list: readonly DraftCue[], key: number, by: -1 | 1): readonly DraftCue[] {
  const from = list.findIndex((one) => one.key === key);
  const one = list[from];
  const other = list[from + by];
  if (!one || !other) return list;
  const next = [...list];
  next[from] = other;
  next[from + by] = one;
  return next;
}

/** The list with every ready cue in it again, as far as there is room. */
export function withReady(list: readonly DraftCue[]): readonly DraftCue[] {
  const there = new Set(list.flatMap(({ cue }) => (cue.kind === 'ready' ? [cue.id] : [])));
  const missing = readyCues.filter((cue) => cue.kind === 'ready' && !there.has(cue.id));
  return [...list, ...missing.map(drafted)].slice(0, mostCues);
}

/** Whether two lists say the same in the same order. */
export function sameCues(one: readonly Cue[], other: readonly Cue[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
