'use client';

import { useTranslations } from 'use-intl/react';
import styles from './aside.module.css';

/** For what we did not foresee on one page. Says nothing of what went wrong inside. */
export default function Unexpected({ retry }: { retry: () => void }) {
  const t = useTranslations();
  return (
    <main id="content" className={`page ${styles.aside}`}>
      <div role="alert" className="stack">
        <h1>{t('errors.unexpected.title')}</h1>
        <p>{t('errors.unexpected.body')}</p>
      </div>
      <div className="row">
        <button type="button" className="button button-primary" onClick={retry}>
          {t('common.retry')}
        </button>
        <a className="button" href="/">
          {t('common.toStart')}
        </a>
      </div>
    </main>
  );
}
