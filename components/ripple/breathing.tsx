'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import styles from './breathing.module.css';

/** A circle to breathe along with: four seconds in, six out. Standing still where motion is unwanted. */
export function Breathing() {
  const t = useTranslations('common.breathing');
  const [moving, setMoving] = useState(true);
  return (
    <div className={moving ? `${styles.breathing} ${styles.moving}` : styles.breathing}>
      <div className={styles.water} aria-hidden="true">
        <span className={styles.circle} />
        <span className={styles.in}>{t('in')}</span>
        <span className={styles.out}>{t('out')}</span>
      </div>
      <p className="soft">{t('still')}</p>
      <button
        type="button"
        className={`button button-quiet small ${styles.switch}`}
        onClick={() => setMoving(!moving)}
      >
        {t(moving ? 'rest' : 'move')}
      </button>
    </div>
  );
}
