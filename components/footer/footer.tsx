'use client';

import { useTranslations } from 'use-intl/react';
import { LanguageSwitch } from '#components/language/language-switch.tsx';
import styles from './footer.module.css';

/** Below every page: what the app does without, and the other language. */
export function Footer() {
  const t = useTranslations('common');
  return (
    <footer className={styles.footer}>
      <p className="soft small">{t('promise')}</p>
      <LanguageSwitch />
    </footer>
  );
}
