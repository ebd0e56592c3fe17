'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { WayTexts } from '#lib/exercises/exercise-file.ts';
import styles from './rating.module.css';

interface Props {
  scale: WayTexts['scale'];
  busy: boolean;
  /** An answer given before, to change. */
  before?: number | null;
  /** On the button. */
  label?: string;
  /** The id of the question, where it is not the step's own. */
  labelledBy?: string;
  onRate(rating: number): void;
}

/** A hidden answer from 0 to 10. Nothing is chosen until the slider is touched. */
export function Rating({ scale, busy, before = null, label, labelledBy, onRate }: Props) {
  const t = useTranslations('session.rating');
  const [rating, setRating] = useState<number | null>(before);
  const ends = useId();
  const value = rating ?? 5;
  // Touching the middle changes no value, so a touch counts as a choice too.
  const settle = (field: HTMLInputElement) => setRating(Number(field.value));
  return (
    <div className={styles.rating}>
      <p aria-hidden="true" className={rating === null ? styles.touch : styles.value}>
        {rating ?? t('touch')}
      </p>
      <input
        type="range"
        min={0}
        max={10}
        step={1}
        value={value}
        className={`${styles.range} ${rating === null ? styles.untouched : ''}`}
        aria-label={labelledBy ? undefined : t('label')}
        aria-labelledby={labelledBy}
        aria-describedby={ends}
        aria-valuetext={rating === null ? t('none') : String(rating)}
        onChange={(event) => settle(event.target)}
        onPointerUp={(event) => settle(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') settle(event.currentTarget);
        }}
      />
      <p id={ends} className={`small ${styles.ends}`}>
        <span>0 · {scale?.low ?? t('low')}</span>
        <span>{scale?.high ?? t('high')} · 10</span>
      </p>
      <p className="small soft">{t('hidden')}</p>
      <Button
        className="button-primary button-wide"
        off={busy || rating === null}
        onPress={() => rating !== null && onRate(rating)}
      >
        {label ?? t('done')}
      </Button>
    </div>
  );
}
