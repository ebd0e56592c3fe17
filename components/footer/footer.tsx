'use client';

import { useTranslations } from 'use-intl/react';
import { LanguageSwitch } from '#components/language/language-switch.tsx';
import styles from './footer.module.css';

/** Below every page: what the app does without, where to find help, and the other language. */
export function Footer() {
  const t = useTranslations('common');
  return (
    <footer className={styles.footer}>
      <p className="soft small">{t('promise')}</p>
      <a className={`small ${styles.help}`} href="/help">
        {t('help')}
      </a>
      <a className={`small ${styles.help}`} href="/privacy">
        {t('privacy')}
      </a>
      <LanguageSwitch />
    </footer>
  );
}
