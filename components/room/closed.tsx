'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Ripple } from '#components/ripple/ripple.tsx';
import styles from './closed.module.css';

interface Props {
  /** What is being waited for; leaves out the way back, for it passes by itself. */
  busy?: string;
  title?: string;
  children?: ReactNode;
}

/** A screen before the room opens: still busy, or a friendly word on why it stays closed. */
export function Closed({ busy, title, children }: Props) {
  const t = useTranslations('room');
  return (
    <main id="content" className={`page ${styles.closed}`}>
      <div className={styles.ripple}>
        <Ripple />
      </div>
      {busy && (
        <p role="status" className="soft">
          {busy}
        </p>
      )}
      <h1 className={title ? '' : 'visually-hidden'}>{title ?? t('heading')}</h1>
      {children}
      {!busy && (
        <a className="button" href="/">
          {t('home')}
        </a>
      )}
    </main>
  );
}
