'use client';

import { useEffect, useState } from 'react';

/** How often it is asked how things stand, in milliseconds: two people wait for it with a phone in hand. */
const every = 2_000;

/**
 * Looks again and again for as long as `looks` holds, one look after the other.
 * @param look must not reject.
 */
export function useLooking<Stage>(
  looks: boolean,
  look: () => Promise<Stage>,
  first: Stage,
): readonly [Stage, (stage: Stage) => void] {
  const [stage, setStage] = useState(first);
  useEffect(() => {
    if (!looks) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const again = async () => {
      const found = await look();
      if (left) return;
      setStage(found);
      timer = setTimeout(again, every);
    };
    void again();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [looks, look]);
  return [stage, setStage];
}
