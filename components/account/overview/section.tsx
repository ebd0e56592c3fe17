'use client';

import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface Props {
  title: string;
  about?: string;
  /** What was just done here. */
  said?: string | null;
  children: ReactNode;
}

/** A part of the account's page. */
export function Section({ title, about, said = null, children }: Props) {
  const id = useId();
  return (
    <section className={`stack ${styles.section}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about && <p>{about}</p>}
      <p role="status" className={said ? `card small ${styles.said}` : ''}>
        {said}
      </p>
      {children}
    </section>
  );
}

interface RowProps {
  /** What there is, and below it what else is known of it. */
  what: ReactNode;
  about?: ReactNode;
  children: ReactNode;
}

/** One thing in a part of the page, and what can be done with it. */
export function Row({ what, about, children }: RowProps) {
  return (
    <div className={styles.row}>
      <div>
        <div className={styles.what}>{what}</div>
        {about && <div className="soft small">{about}</div>}
      </div>
      {children}
    </div>
  );
}
