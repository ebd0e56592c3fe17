'use client';

import { type Cue, ReadyCueId } from '#lib/dialogue/cue.ts';
import { useDeskOf } from './desk-of.tsx';

const ready: readonly Cue[] = ReadyCueId.options.map((id) => ({ kind: 'ready', id }));

/** The cues on her buttons: her own list, or until she made one, those that are always there. */
export function useCueList(): readonly Cue[] {
  const { here } = useDeskOf();
  const own = here.at === 'open' ? (here.opened.cues?.cues ?? []) : [];
  return own.length > 0 ? own : ready;
}
