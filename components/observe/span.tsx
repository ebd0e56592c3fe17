'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useWatching } from './watching.tsx';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Says how long something took, in seconds as long as it is less than an hour. */
export function useSpan(): (milliseconds: number) => string {
  const t = useTranslations('observe.facts');
  return (milliseconds) => {
    const whole = Math.max(0, milliseconds);
    const hours = String(Math.floor(whole / hour));
    const minutes = String(Math.floor((whole % hour) / minute));
    const seconds = String(Math.floor((whole % minute) / second));
    if (whole >= hour) return t('hours', { hours, minutes });
    return whole >= minute ? t('minutes', { minutes, seconds }) : t('seconds', { seconds });
  };
}

/** The time by the server's clock, each second anew while something `ticks`. */
export function useTicking(ticks: boolean): number {
  const { clockOffset } = useWatching().snapshot;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (!ticks) return;
    const timer = setInterval(() => setNow(Date.now()), second);
    return () => clearInterval(timer);
  }, [ticks]);
  return now + clockOffset;
}
