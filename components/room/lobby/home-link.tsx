'use client';

import { useTranslations } from 'use-intl/react';
import styles from './home-link.module.css';

/** The way out of the room; the room stays as it is. */
export function HomeLink() {
  const t = useTranslations('room');
  return (
    <a className={`button button-quiet small ${styles.home}`} href="/">
      {t('home')}
    </a>
  );
}
