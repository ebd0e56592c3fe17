'use client';

import { useCallback, useEffect, useState } from 'react';
import { type Frame, stepFrom, waitAfter } from '#lib/dialogue/replay.ts';

/** Where a replay stands, and the ways to move it. */
export interface Playback {
  index: number;
  playing: boolean;
  atStart: boolean;
  atEnd: boolean;
  /** So many steps on, or back when negative. Whoever steps has stopped the playing. */
  step(by: number): void;
  goTo(index: number): void;
  /** Begins to play, from the start when it stood at the end; or stands still. */
  toggle(): void;
}

/** Moves through the frames of a talk: by hand, or at the pace at which it was lived. */
export function usePlayback(frames: readonly Frame[]): Playback {
  const [index, setIndex] = useState(0);
  const [playing, setPlaying] = useState(false);
  const last = frames.length - 1;

  useEffect(() => {
    if (!playing) return;
    const wait = waitAfter(frames, index);
    if (wait === null) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => setIndex(stepFrom(frames, index, 1)), wait);
    return () => clearTimeout(timer);
  }, [playing, frames, index]);

  const goTo = useCallback((to: number) => {
    setPlaying(false);
    setIndex(to);
  }, []);
  return {
    index,
    playing,
    atStart: index === 0,
    atEnd: index >= last,
    step: (by) => goTo(stepFrom(frames, index, by)),
    goTo,
    toggle: () => {
      if (!playing && index >= last) setIndex(0);
      setPlaying(!playing);
    },
  };
}
