'use client';

import { useTranslations } from 'use-intl/react';
import type { Card } from '#lib/exercises/catalogue.ts';
import styles from './facts.module.css';
import { MoodMark } from './mood-mark.tsx';

interface Props {
  card: Pick<Card, 'minutes' | 'mood'>;
  id?: string;
}

/** How long an exercise takes, and what kind of thing it is. */
export function Facts({ card: { minutes, mood }, id }: Props) {
  const t = useTranslations('library');
  return (
    <span id={id} className={`small soft ${styles.facts}`}>
      <span>{t('about.minutes', { minutes: String(minutes) })}</span>
      <span className={styles.mood}>
        <MoodMark mood={mood} />
        {t(`mood.${mood}`)}
      </span>
    </span>
  );
}
