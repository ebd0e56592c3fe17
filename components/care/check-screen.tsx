'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import styles from './check.module.css';

interface Props {
  title: string;
  /** Stands above the title: where in the check this is. Then what can be pressed stays where it was. */
  place?: string;
  children: ReactNode;
}

/** One page of the check. Takes the focus to its title, so that nobody misses the change. */
export function CheckScreen({ title, place, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  return (
    <main className={`page ${styles.screen} ${place ? styles.steady : ''}`}>
      {place && <p className="soft small">{place}</p>}
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {children}
    </main>
  );
}
