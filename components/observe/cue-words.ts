'use client';

import { useTranslations } from 'use-intl/react';
import type { Cue } from '#lib/dialogue/cue.ts';

/** How a cue reads: a sentence of the app, or her own. */
export function useCueWords(): (cue: Cue) => string {
  const t = useTranslations('cues');
  return (cue) => (cue.kind === 'own' ? cue.text : t(cue.id));
}
