'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './part.module.css';

interface Props {
  title: string;
  about?: ReactNode;
  /** What was just done here. */
  said?: string | null;
  children: ReactNode;
}

/** A part of a place on the desk. When what had the focus went by what was done, the focus goes to its title. */
export function Part({ title, about, said = null, children }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (said && document.activeElement === document.body) heading.current?.focus();
  }, [said]);
  return (
    <section className={`stack ${styles.part}`} aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      {about && <p className="soft small">{about}</p>}
      <p role="status" className={said ? `card small ${styles.said}` : ''}>
        {said}
      </p>
      {children}
    </section>
  );
}
