'use client';

import { useTranslations } from 'use-intl/react';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';

interface Around {
  /** How whoever gave it is called. */
  name: string;
  you: Seat;
  partner: string;
}

/** Whom a cue comes from and is for, and what it says; null where that is not to be read here. */
export function useCueWords(): (
  line: TranscriptLine,
  around: Around,
) => { from: string; text: string | null } {
  const t = useTranslations('observing.cue');
  return ({ fact, content }, { name, you, partner }) => {
    const to = fact.type === 'cued' ? fact.to : 'both';
    if (to !== 'both' && to !== you) return { from: t('forOther', { name, partner }), text: null };
    if (content.kind !== 'cue') return { from: t('unreadable', { name }), text: null };
    const { cue } = content;
    return {
      from: t(to === 'both' ? 'from' : 'forYou', { name }),
      text: cue.kind === 'own' ? cue.text : t(cue.id),
    };
  };
}
