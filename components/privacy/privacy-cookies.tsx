'use client';

import { useTranslations } from 'use-intl/react';
import type { CookieNames } from '#lib/rights/cookies.ts';
import styles from './privacy.module.css';

/** Each cookie by its name, and what else a browser keeps. */
export function PrivacyCookies({ names }: { names: CookieNames }) {
  const t = useTranslations('privacy.cookies');
  return (
    <section className="stack" aria-labelledby="cookies">
      <h2 id="cookies">{t('heading')}</h2>
      <p>{t('intro')}</p>
      <ul className={styles.list}>
        {(['auth', 'language', 'device', 'csrf', 'callback'] as const).map((cookie) => (
          <li key={cookie}>
            <code>{names[cookie]}</code>: {t(cookie)}
          </li>
        ))}
        <li>
          <code>{names.state}</code>, <code>{names.nonce}</code>, <code>{names.pkce}</code>:{' '}
          {t('provider')}
        </li>
      </ul>
      <p>{t('storage')}</p>
    </section>
  );
}
