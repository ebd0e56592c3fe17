'use client';

import { useEffect, useEffectEvent, useState } from 'react';

interface Props {
  seconds: number;
  onOver?(): void;
}

/** Counts down in minutes and seconds. A screen reader hears it once, as it is at first. */
export function TimeLeft({ seconds, onOver }: Props) {
  const [left, setLeft] = useState(seconds);
  const over = useEffectEvent(() => onOver?.());
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const now = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      over();
    }, 500);
    return () => clearInterval(timer);
  }, [seconds]);
  const minutes = Math.floor(left / 60);
  return (
    <time dateTime={`PT${seconds}S`} aria-live="off">
      {minutes}:{String(left % 60).padStart(2, '0')}
    </time>
  );
}
