'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** How often Shift has to be pressed, with nothing in between. */
const presses = 3;
/** How long after a press the next one still counts. */
const patience = 3_000;

/** Calls back when Shift was pressed three times in a row; answers how many more it takes now. */
export function useShiftExit(onExit: () => void): number {
  const [pressed, setPressed] = useState(0);
  const exit = useEffectEvent(onExit);

  useEffect(() => {
    let count = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const set = (to: number) => {
      clearTimeout(timer);
      count = to;
      setPressed(to);
      if (to > 0) timer = setTimeout(() => set(0), patience);
    };
    const forget = () => {
      if (count > 0) set(0);
    };
    const onKey = ({ key, repeat }: KeyboardEvent) => {
      if (key !== 'Shift') return forget();
      if (repeat) return;
      set(count + 1);
      if (count === presses) exit();
    };
    // Before anything on the page can keep the key to itself.
    addEventListener('keydown', onKey, true);
    addEventListener('pointerdown', forget, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKey, true);
      removeEventListener('pointerdown', forget, true);
    };
  }, []);
  return presses - pressed;
}
