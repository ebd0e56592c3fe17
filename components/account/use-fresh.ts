'use client';

import { useState } from 'react';
import type { Given } from '#lib/client/account/proof.ts';
import type { Trouble } from '#lib/client/account/trouble.ts';
import { accepted, type Result } from '#lib/dialogue/result.ts';
import { useWork } from './use-work.ts';

/** Work that waits for a proof; what it answers with says that it is done. */
type Waiting = (given: Given) => Promise<Result<() => void, Trouble>>;

/**
 * Work that whoever came in a moment ago may do at once, and others once they showed that it is them.
 * While `waiting` is there, the form for that is to be shown.
 */
export function useFresh() {
  const work = useWork();
  const [waiting, setWaiting] = useState<Waiting | null>(null);

  const run = async <Value>(
    wanted: (given: Given | null) => Promise<Result<Value, Trouble>>,
    onDone: (value: Value) => void,
  ): Promise<void> => {
    setWaiting(null);
    const done = await work.run(async () => {
      const answer = await wanted(null);
      if (answer.ok || answer.reason.reason !== 'proof') return answer;
      const again: Waiting = async (given) => {
        const proved = await wanted(given);
        return proved.ok ? accepted(() => onDone(proved.value)) : proved;
      };
      setWaiting(() => again);
      return null;
    });
    if (done) onDone(done.value);
  };
  return { work, waiting, run, forget: () => setWaiting(null) };
}

/** What a form for the proof knows of the work behind it. */
export type Fresh = ReturnType<typeof useFresh>;
