'use client';

import { useRef, useState } from 'react';
import type { DeskTrouble } from './desk-trouble.tsx';

/** Something that is done on the desk, once at a time; what came in its way, or what may be said of it. */
export function useDeskWork() {
  const under = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<DeskTrouble | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  /** Does it unless something is under way; whether it was done. */
  const run = async (
    work: () => Promise<DeskTrouble | null>,
    whenDone: string | null = null,
  ): Promise<boolean> => {
    if (under.current) return false;
    under.current = true;
    setBusy(true);
    setTrouble(null);
    setSaid(null);
    // What throws on the way reads to a person as no answer.
    const failed = await work().catch((): DeskTrouble => 'no-answer');
    under.current = false;
    setBusy(false);
    setTrouble(failed);
    if (failed === null) setSaid(whenDone);
    return failed === null;
  };
  return { busy, trouble, said, run, say: setSaid };
}

/** What a part of the desk knows of the work behind it. */
export type DeskWork = ReturnType<typeof useDeskWork>;
