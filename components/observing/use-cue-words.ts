'use client';

import { useTranslations } from 'use-intl/react';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { CueAtHand } from './cue-at-hand.ts';

interface Around {
  /** How whoever gave it is called. */
  name: string;
  you: Seat;
  partner: string;
}

/** Whom a cue comes from and is for, and what it says; null where that is not to be read here. */
export function useCueWords(): (
  cue: Omit<CueAtHand, 'seq'>,
  around: Around,
) => { from: string; text: string | null } {
  const t = useTranslations('observing.cue');
  const ready = useTranslations('cues');
  return ({ to, cue }, { name, you, partner }) => {
    if (to !== 'both' && to !== you) return { from: t('forOther', { name, partner }), text: null };
    if (!cue) return { from: t('unreadable', { name }), text: null };
    return {
      from: t(to === 'both' ? 'from' : 'forYou', { name }),
      text: cue.kind === 'own' ? cue.text : ready(cue.id),
    };
  };
}
