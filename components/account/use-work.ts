'use client';

import { useRef, useState } from 'react';
import type { Trouble } from '#lib/client/account/trouble.ts';
import type { Result } from '#lib/dialogue/result.ts';

/** Something that is asked of the server, once at a time, and what came in its way. */
export function useWork() {
  const under = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  /** Does the work unless it is under way; its value, or null after trouble, which then shows. */
  const run = async <Value>(
    work: () => Promise<Result<Value, Trouble> | null>,
  ): Promise<{ value: Value } | null> => {
    if (under.current) return null;
    under.current = true;
    setBusy(true);
    setTrouble(null);
    // What cannot be loaded or throws on the way reads to a person as no answer.
    const done = await work().catch(
      (): Result<Value, Trouble> => ({ ok: false, reason: { reason: 'no-answer', seconds: null } }),
    );
    under.current = false;
    setBusy(false);
    if (done === null) return null;
    if (done.ok) return { value: done.value };
    setTrouble(done.reason);
    return null;
  };
  return { busy, trouble, run, forget: () => setTrouble(null), show: setTrouble };
}

/** What a form knows of the work behind it. */
export type Work = ReturnType<typeof useWork>;
