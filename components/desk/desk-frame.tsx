'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import styles from './desk-frame.module.css';
import { addressOf } from './use-place.ts';

interface Props {
  title: string;
  /** Whether the desk itself is one step back from here. */
  back?: boolean;
  /** The focus goes to the title, so that nobody misses the change. */
  arrived?: boolean;
  children: ReactNode;
}

/** One place on the desk. */
export function DeskFrame({ title, back = false, arrived = false, children }: Props) {
  const t = useTranslations('desk');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  return (
    <main id="content" className={`page ${styles.desk}`}>
      <p className={styles.name}>
        <a href="/">Weerklank</a>
        <a className={styles.account} href="/account">
          {t('account')}
        </a>
      </p>
      <header>
        {back && (
          <a className={styles.back} href={addressOf({ at: 'overview' })}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M19 12H5M11 6l-6 6 6 6" />
            </svg>
            {t('back')}
          </a>
        )}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
      </header>
      {children}
    </main>
  );
}

/** Two columns where there is room, what matters most first. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}

/** One of the columns. */
export function Column({ children }: { children: ReactNode }) {
  return <div className={styles.column}>{children}</div>;
}
