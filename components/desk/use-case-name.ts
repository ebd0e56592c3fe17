'use client';

import { useTranslations } from 'use-intl/react';
import type { CaseHere } from './spread.ts';

/** What a couple is called on the desk: what she calls them, or that they have no name yet. */
export function useCaseName(): (one: Pick<CaseHere, 'label'>) => string {
  const t = useTranslations('desk.cases');
  return ({ label }) => label ?? t('unnamed');
}
