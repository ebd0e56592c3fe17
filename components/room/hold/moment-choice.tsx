'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { Time } from '#lib/dialogue/id.ts';
import { useMomentWords, useServerTime } from '../clock.ts';
import styles from './moment-choice.module.css';
import { nextAt, offersFor, within } from './moments.ts';

interface Props {
  /** The rules' shortest and longest span, in milliseconds, counted from `since`. */
  shortest: number;
  longest: number;
  /** Where the spans begin; now when left out. */
  since?: Time;
  onChoose(at: Time): void;
}

/** Chooses a moment to come back: a few ready-made, or an hour of your own. */
export function MomentChoice({ shortest, longest, since, onChoose }: Props) {
  const t = useTranslations('hold.moment');
  const now = useServerTime();
  const [time, setTime] = useState('');
  const words = useMomentWords();
  const field = useId();
  const start = since ?? now;
  const bounds = { from: Math.max(now, start + shortest), to: start + longest };
  const own = nextAt(time, now);
  const fits = own !== null && within(own, bounds);

  return (
    <div className={styles.choice}>
      {offersFor(now, bounds).map((offer) => (
        <button
          key={offer.kind}
          type="button"
          className="button button-wide"
          onClick={() => onChoose(offer.at)}
        >
          {t(offer.kind, { time: words(offer.at, now).time })}
        </button>
      ))}
      <div className={styles.own}>
        <label htmlFor={field} className="label">
          {t('own')}
        </label>
        <input
          id={field}
          type="time"
          className="input"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
        <Button off={!fits} onPress={() => own !== null && onChoose(own)}>
          {t('choose')}
        </Button>
        <p role="status" className={`small ${styles.result}`}>
          {own !== null && (fits ? t('result', words(own, now)) : t('outside'))}
        </p>
      </div>
    </div>
  );
}
