'use client';

import { useEffect, useState } from 'react';

/**
 * Lets a change through only while nobody is writing on this screen; what was let through stays.
 * @param value null takes itself away at once.
 */
export function useQuiet<Value>(value: Value | null): Value | null {
  const [shown, setShown] = useState<Value | null>(null);
  useEffect(() => {
    if (value === null || !isWriting()) return setShown(value);
    const look = () => {
      // The focus is on its way: where to, is known only after this.
      requestAnimationFrame(() => {
        if (!isWriting()) setShown(value);
      });
    };
    document.addEventListener('focusout', look);
    return () => document.removeEventListener('focusout', look);
  }, [value]);
  return shown;
}

function isWriting(): boolean {
  return (
    document.activeElement?.matches('textarea, input[type="text"], input:not([type])') ?? false
  );
}
