'use client';

import { useTranslations } from 'use-intl/react';
import styles from './watch.module.css';
import { useWatching } from './watching.tsx';

/** What she has to know of the connection and of the keys before she relies on what she sees. */
export function Notices() {
  const t = useTranslations('observe.live');
  const { snapshot } = useWatching();
  const { connection, session } = snapshot;
  return (
    <div role="status" className={styles.notices}>
      {connection !== 'online' && <p className={styles.calm}>{t('offline')}</p>}
      {session?.keys === 'waiting' && <p className={styles.calm}>{t('keys')}</p>}
      {session?.keys === 'unreadable' && <p className="alert">{t('unreadable')}</p>}
      {session && !session.intact && <p className="alert">{t('broken')}</p>}
    </div>
  );
}
