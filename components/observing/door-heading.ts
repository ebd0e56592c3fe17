'use client';

import { useTranslations } from 'use-intl/react';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { ObservationSeen } from '#lib/observation.ts';

/** What the door is about now, in a line. @param wrong whether the digits here were others just now. */
export function useDoorHeading(observation: ObservationSeen | null, wrong: boolean): string {
  const t = useTranslations('observing');
  if (wrong) return t('digits.wrong');
  if (!observation) return t('heading');
  const { stage, name } = observation;
  switch (stage) {
    case 'waiting':
      return t('knock.heading', { name });
    case 'turned':
      return t('holds.heading');
    case 'admitted':
      return t('admitted.heading', { name });
    case 'ended':
      return t('heading');
    default:
      return assertNever(stage);
  }
}
