'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Ripple } from '#components/ripple/ripple.tsx';
import styles from './screen.module.css';

interface Props {
  title: string;
  body: string;
  children: ReactNode;
}

/** One state of an invitation. Takes the focus to its title, so that nobody misses the change. */
export function Screen({ title, body, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main id="content" className={`page ${styles.screen}`}>
      <div className={styles.motif}>
        <Ripple />
      </div>
      <div className="stack">
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        <p>{body}</p>
      </div>
      {children}
    </main>
  );
}

/** While there is nothing to say yet. */
export function Waiting({ children }: { children: ReactNode }) {
  return (
    <main id="content" className={`page ${styles.screen}`}>
      <div className={styles.motif}>
        <Ripple entrance />
      </div>
      <p role="status" className={`soft ${styles.waiting}`}>
        {children}
      </p>
    </main>
  );
}
