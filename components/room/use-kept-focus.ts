'use client';

import { useEffect } from 'react';

/** When a button goes away with what it did, the focus goes to the heading above it, not nowhere. */
export function useKeptFocus(): void {
  useEffect(() => {
    let former: Node | null = null;
    let frame = 0;
    const remember = ({ target }: FocusEvent) => {
      former = target instanceof Node ? target : null;
    };
    const keep = () => {
      const { activeElement, body } = document;
      if (!former || former.isConnected || activeElement !== body) return;
      const dialog = document.querySelector('dialog[open]');
      const heading = dialog?.querySelector('h2') ?? document.querySelector('main h1');
      if (heading instanceof HTMLElement) heading.focus();
    };
    const changes = new MutationObserver(() => {
      if (!former || former.isConnected) return;
      cancelAnimationFrame(frame);
      // What took its place may want the focus itself.
      frame = requestAnimationFrame(keep);
    });
    document.addEventListener('focusin', remember);
    changes.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      changes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
}
