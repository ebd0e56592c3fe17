'use client';

import { useRef, useState } from 'react';
import type { Refusal } from '#lib/protocol.ts';

type Trouble = Refusal | 'no-answer';

export interface Asking {
  busy: boolean;
  /** Why the last thing asked was not done. */
  trouble: Trouble | null;
  ask(work: () => Promise<Trouble | null>): Promise<void>;
}

/** Asks the room for one thing at a time. What is asked meanwhile is a second tap, and dropped. */
export function useAsking(): Asking {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // Two taps can come before the first one is drawn.
  const underWay = useRef(false);
  const ask = async (work: () => Promise<Trouble | null>) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setTrouble(null);
    try {
      setTrouble(await work());
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { busy, trouble, ask };
}
