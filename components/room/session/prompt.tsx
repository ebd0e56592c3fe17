'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import styles from './prompt.module.css';

/**
 * What is asked now. When it is asked of you, the focus comes here, so that reading goes on in the
 * right place; whoever is typing or has a dialog open is left alone.
 */
export function Prompt({ asked, children }: { asked: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!asked) return;
    const busy = document.activeElement?.closest('textarea, input, dialog');
    if (!busy) heading.current?.focus();
  }, [asked]);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.prompt}>
      {children}
    </h1>
  );
}
