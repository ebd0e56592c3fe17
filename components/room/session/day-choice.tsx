'use client';

import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { useServerTime } from '../clock.ts';
import { dayFromNow, dayOf } from './day.ts';
import styles from './ways.module.css';

/** Ready-made days to look back, counted from today. */
const offers = [
  { kind: 'week', days: 7 },
  { kind: 'twoWeeks', days: 14 },
  { kind: 'month', days: 28 },
] as const;
const furthest = 365;

interface Props {
  busy: boolean;
  onChoose(date: string): void;
}

/** Chooses a calendar day: a few ready-made, or one of your own, from tomorrow to a year away. */
export function DayChoice({ busy, onChoose }: Props) {
  const t = useTranslations('session.day');
  const format = useFormatter();
  const now = useServerTime(false);
  const [own, setOwn] = useState('');
  const field = useId();
  const first = dayFromNow(1, now);
  const last = dayFromNow(furthest, now);
  const fits = own >= first && own <= last;
  const said = (date: string, weekday: 'short' | 'long') =>
    format.dateTime(dayOf(date), { weekday, day: 'numeric', month: 'long' });
  return (
    <div className={styles.ways}>
      {offers.map(({ kind, days }) => {
        const date = dayFromNow(days, now);
        return (
          <Button key={kind} className="button-wide" off={busy} onPress={() => onChoose(date)}>
            {t(kind, { day: said(date, 'short') })}
          </Button>
        );
      })}
      <label htmlFor={field} className="label">
        {t('own')}
      </label>
      <input
        id={field}
        type="date"
        className="input"
        min={first}
        max={last}
        value={own}
        onChange={(event) => setOwn(event.target.value)}
      />
      <p role="status" className="small soft">
        {own !== '' && (fits ? said(own, 'long') : t('outside'))}
      </p>
      <Button
        className="button-primary button-wide"
        off={busy || !fits}
        onPress={() => onChoose(own)}
      >
        {t('choose')}
      </Button>
    </div>
  );
}
