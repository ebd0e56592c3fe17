'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';

/** What is to be said of somebody who waits at the door; null when there is nothing for this side to do. */
export function useKnock(): string | null {
  const t = useTranslations('observing.knock');
  const { observation, sessionId } = useHere().view;
  if (!observation || observation.admitted) return null;
  const { name, stage, yourKey } = observation;
  if (stage === 'turned') return t('compare', { name });
  if (!yourKey) return t('wants', { name });
  // In a talk there is nothing to say of it.
  return sessionId ? null : t('yours', { name });
}
