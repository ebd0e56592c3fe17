'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Ripple } from '#components/ripple/ripple.tsx';
import styles from './closed.module.css';

/** How long a wait may last before something has to be said about it. */
const patience = 8_000;

interface Props {
  /** What is being waited for; the way back comes only when that takes long, for it passes by itself. */
  busy?: string;
  title?: string;
  children?: ReactNode;
}

/** A screen before the room opens: still busy, or a friendly word on why it stays closed. */
export function Closed({ busy, title, children }: Props) {
  const t = useTranslations('room');
  const late = useLate(busy !== undefined);
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
      {late && (
        <p role="status" className="soft">
          {t('slow')}
        </p>
      )}
      {(!busy || late) && (
        <a className="button" href="/">
          {t('home')}
        </a>
      )}
    </main>
  );
}

function useLate(waits: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waits]);
  return late;
}
