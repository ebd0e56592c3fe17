'use client';

import { useRef, useState } from 'react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { useHere } from './here.tsx';

export interface Moves {
  /** Whether a move is under way; what asks for another is off until it has been answered. */
  busy: boolean;
  /** Hands a move in. What comes before the former one was handed in is a second tap, and dropped. */
  submit(move: Move, words?: Words): Promise<'too-long' | null>;
}

/** Hands moves in one at a time. */
export function useMoves({ pending }: SessionSnapshot): Moves {
  const { room } = useHere();
  const [handing, setHanding] = useState(false);
  // Two taps can come before the first one is drawn.
  const underWay = useRef(false);
  const submit = async (move: Move, words: Words | null = null) => {
    if (underWay.current) return null;
    underWay.current = true;
    setHanding(true);
    try {
      return await room.submit(move, words);
    } finally {
      underWay.current = false;
      setHanding(false);
    }
  };
  return { busy: handing || pending !== null, submit };
}
