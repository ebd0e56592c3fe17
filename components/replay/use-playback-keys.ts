'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { Playback } from './use-playback.ts';

const controls = 'a, button, input, select, textarea, summary, dialog';

/** Arrows step, Home and End go to the ends, the space bar plays, unless something else has the focus. */
export function usePlaybackKeys(player: RefObject<HTMLElement | null>, playback: Playback): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const { target } = event;
    if (!(target instanceof Element)) return;
    const control = target.closest(controls);
    if (control && !player.current?.contains(control)) return;
    switch (event.key) {
      case 'ArrowRight':
        playback.step(1);
        break;
      case 'ArrowLeft':
        playback.step(-1);
        break;
      case 'Home':
        playback.step(Number.NEGATIVE_INFINITY);
        break;
      case 'End':
        playback.step(Number.POSITIVE_INFINITY);
        break;
      case ' ':
        // On a button the space bar presses that button.
        if (control) return;
        playback.toggle();
        break;
      default:
        return;
    }
    event.preventDefault();
  });

  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
