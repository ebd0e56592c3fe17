'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import type { PastSession } from '#lib/archive.ts';
import { nameIn } from '#lib/exercises/catalogue.ts';
import { useRightsHere } from './rights-of.tsx';

/** How a talk of the past is called: which exercise, and of which day. */
export function useTalkName(): (session: PastSession) => string {
  const t = useTranslations('rights.take');
  const format = useFormatter();
  const { catalogue } = useRightsHere();
  return ({ exercise, openedAt }) =>
    t('talk', {
      name: nameIn(catalogue, exercise) ?? t('unnamed'),
      date: format.dateTime(openedAt, { dateStyle: 'long', timeStyle: 'short' }),
    });
}
