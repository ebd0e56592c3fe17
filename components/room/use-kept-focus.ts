'use client';

import { useEffect, useRef } from 'react';

/** When a button goes away with what it did, the focus goes to the heading instead of nowhere. */
export function useKeptFocus(): void {
  const former = useRef<Node | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      former.current = target instanceof Node ? target : null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const gone = former.current !== null && !former.current.isConnected;
    if (!gone || document.activeElement !== document.body) return;
    const heading = document.querySelector('main h1');
    if (heading instanceof HTMLElement) heading.focus();
  });
}
