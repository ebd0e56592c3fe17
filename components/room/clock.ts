'use client';

import { useEffect, useState } from 'react';
import { useFormatter } from 'use-intl/react';
import type { Time } from '#lib/dialogue/id.ts';
import { useHere } from './here.tsx';

/** The time by the server's clock; renewed every few seconds while something `waits` for a moment. */
export function useServerTime(waits = true): Time {
  const { clockOffset } = useHere().snapshot;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!waits) return;
    const renew = () => setNow(Date.now());
    renew();
    const timer = setInterval(renew, 2_000);
    return () => clearInterval(timer);
  }, [waits]);
  return now + clockOffset;
}

/** Says moments at most a day away the way people do: an hour, and whether that is today or tomorrow. */
export function useMomentWords(): (at: Time, now: Time) => { time: string; day: string } {
  const format = useFormatter();
  return (at, now) => ({
    time: format.dateTime(at, { timeStyle: 'short' }),
    day: at > now && new Date(at).getDate() !== new Date(now).getDate() ? 'tomorrow' : 'today',
  });
}
