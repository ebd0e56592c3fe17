'use client';

import type { ReactNode } from 'react';
import styles from './rights.module.css';

interface Props {
  heading: string;
  /** How it stands, in a word or two, without opening it. */
  now?: string;
  children: ReactNode;
}

/** One thing somebody can see or do. Opening it closes the one that was open. */
export function Part({ heading, now, children }: Props) {
  return (
    <details name="rights" className={styles.part}>
      <summary>
        <h2>{heading}</h2>
        {now && <span className="soft small">{now}</span>}
      </summary>
      <div className={`stack ${styles.body}`}>{children}</div>
    </details>
  );
}
