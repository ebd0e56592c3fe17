'use client';

import { useTranslations } from 'use-intl/react';
import styles from './check.module.css';
import { CheckScreen } from './check-screen.tsx';

interface Props {
  onBegin(): void;
  onLeave(): void;
}

/** What will be asked, by whom it is seen, and a way out before it begins. */
export function Intro({ onBegin, onLeave }: Props) {
  const t = useTranslations('care');
  return (
    <CheckScreen title={t('intro.title')}>
      <p>{t('intro.body')}</p>
      <ul className={styles.promises}>
        {(['alone', 'unseen', 'unkept'] as const).map((promise) => (
          <li key={promise}>{t(`intro.${promise}`)}</li>
        ))}
      </ul>
      <div className={styles.choices}>
        <button type="button" className="button button-primary" onClick={onBegin}>
          {t('intro.begin')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t('notNow')}
        </button>
      </div>
    </CheckScreen>
  );
}
