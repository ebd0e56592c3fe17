'use client';

import { useTranslations } from 'use-intl/react';
import type { Cue } from '#lib/dialogue/cue.ts';

/** What a cue says, in the language of the page when it is a ready one. */
export function useSentence(): (cue: Cue | undefined) => string {
  const t = useTranslations('cues');
  return (cue) => {
    if (!cue) return '';
    return cue.kind === 'ready' ? t(cue.id) : cue.text;
  };
}
