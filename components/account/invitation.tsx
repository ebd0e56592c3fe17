'use client';

import { useTranslations } from 'use-intl/react';
import { Frame } from './frame.tsx';
import styles from './invitation.module.css';

/** What an account would bring to somebody who has a room without one. */
export function Invitation() {
  const t = useTranslations('newAccount.invite');
  return (
    <Frame title={t('heading')}>
      <p>{t('about')}</p>
      <ul className={styles.brings}>
        {(['anywhere', 'lost', 'safe'] as const).map((gain) => (
          <li key={gain}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 12.5l4.5 4.5L19 7.5" />
            </svg>
            {t(gain)}
          </li>
        ))}
      </ul>
      <p className="soft">{t('price')}</p>
      <a className="button button-primary button-wide" href="/account/create">
        {t('create')}
      </a>
      <div className="row">
        <a className="button" href="/account/sign-in">
          {t('signIn')}
        </a>
        <a className="button button-quiet" href="/">
          {t('notNow')}
        </a>
      </div>
    </Frame>
  );
}
