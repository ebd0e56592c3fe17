'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import styles from './frame.module.css';

interface Props {
  title: string;
  /** Set on every state after the first: the focus goes to its title, so that nobody misses the change. */
  arrived?: boolean;
  children: ReactNode;
}

/** One state of a page of the account. */
export function Frame({ title, arrived = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another state
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived, title]);
  return (
    <main id="content" className={`page ${styles.frame}`}>
      <a className={styles.name} href="/">
        Weerklank
      </a>
      <div className={`stack ${styles.sheet}`}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {children}
      </div>
    </main>
  );
}

/** While there is nothing to say yet. */
export function Waiting({ children }: { children: ReactNode }) {
  return (
    <main id="content" className={`page ${styles.frame}`}>
      <a className={styles.name} href="/">
        Weerklank
      </a>
      <p role="status" className={`soft ${styles.sheet}`}>
        {children}
      </p>
    </main>
  );
}
