'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import styles from './prompt.module.css';

/**
 * What is asked now. When it is asked of you, the focus comes here, so that reading goes on in the
 * right place; whoever is typing or has a dialog open is left alone. When it is asked of the other,
 * the focus comes only if the button it stood on is gone. The screen then begins at its top again.
 */
export function Prompt({ asked, children }: { asked: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    const lost = !activeElement || activeElement === body;
    const busy = activeElement?.closest('textarea, input, dialog');
    if (!lost && (!asked || busy)) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [asked]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.prompt}>
      {children}
    </h1>
  );
}
