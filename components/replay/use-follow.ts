'use client';

import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { Playback } from './use-playback.ts';

/**
 * Brings what is shown now into view when somebody steps by hand: on a narrow screen the stage, on a
 * wide one, where the stage always stands, its line. While it plays, nobody's reading is moved.
 */
export function useFollow(
  stage: RefObject<HTMLElement | null>,
  { index, playing }: Playback,
): void {
  const former = useRef(index);
  const follow = useEffectEvent(() => {
    if (playing || former.current === index) return;
    const narrow = matchMedia('(max-width: 59.99rem)').matches;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const behavior = still ? 'auto' : 'smooth';
    if (!narrow) {
      document.querySelector('[data-shown]')?.scrollIntoView({ behavior, block: 'nearest' });
      return;
    }
    const top = stage.current?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) {
      stage.current?.scrollIntoView({ behavior, block: 'start' });
    }
  });
  useEffect(() => {
    follow();
    former.current = index;
  }, [index]);
}
