'use client';

import { useTranslations } from 'use-intl/react';
import type { Time } from '#lib/dialogue/id.ts';

/** How long until a moment, in whole minutes: a ticking second calms nobody. */
export function TimeLeft({ until, now }: { until: Time; now: Time }) {
  const t = useTranslations('hold.left');
  const minutes = Math.ceil((until - now) / 60_000);
  if (minutes < 1) return null;
  return (
    <p className="soft">
      {minutes >= 60
        ? t('hours', { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) })
        : t('minutes', { minutes })}
    </p>
  );
}
