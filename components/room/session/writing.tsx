'use client';

import { useTranslations } from 'use-intl/react';
import { Ripple } from '#components/ripple/ripple.tsx';
import { useHere } from '../here.tsx';
import styles from './writing.module.css';

/** What somebody sees who waits: calm, and whether the other is writing. Nothing to answer with. */
export function Writing() {
  const t = useTranslations('session.hand');
  const { view, partner, partnerName: name } = useHere();
  const { writing } = view.seats[partner];
  return (
    <div className={styles.writing}>
      <div className={styles.ripple}>
        <Ripple />
      </div>
      <p className="soft">{writing ? t('writing', { name }) : ' '}</p>
    </div>
  );
}
