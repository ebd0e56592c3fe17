import { createTranslator } from 'use-intl/core';
import { Ripple } from '#components/ripple/ripple.tsx';
import { localeOf } from '#lib/i18n/locale.ts';
import { messagesFor } from '#lib/i18n/messages.ts';
import { requestLanguage } from '#lib/i18n/request-language.ts';
import styles from './aside.module.css';

/** For an address with nothing behind it. */
export default async function NotFound() {
  const language = await requestLanguage();
  const t = createTranslator({
    locale: localeOf[language],
    messages: messagesFor(language, ['common', 'errors']),
  });
  return (
    <main id="content" className={`page ${styles.aside}`}>
      <div className={styles.motif}>
        <Ripple />
      </div>
      <h1>{t('errors.notFound.title')}</h1>
      <p>{t('errors.notFound.body')}</p>
      <a className="button" href="/">
        {t('common.toStart')}
      </a>
    </main>
  );
}
