'use client';

import { useTranslations } from 'use-intl/react';
import type { OpenedCue } from '#lib/client/observation/cues.ts';
import type { Seat } from '#lib/dialogue/seat.ts';

interface Around {
  /** How whoever gave it is called. */
  name: string;
  you: Seat;
  partner: string;
}

/** How a cue reads: whom it comes from and is for, and what it says; null when that is not to be read here. */
export function useCueWords(): (cue: OpenedCue, around: Around) => { from: string; text: string | null } {
  const t = useTranslations('observing.cue');
  return ({ to, cue }, { name, you, partner }) => {
    if (to !== 'both' && to !== you) return { from: t('forOther', { name, partner }), text: null };
    if (!cue) return { from: t('unreadable', { name }), text: null };
    return {
      from: t(to === 'both' ? 'from' : 'forYou', { name }),
      text: cue.kind === 'own' ? cue.text : t(cue.id),
    };
  };
}
