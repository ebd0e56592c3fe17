'use client';

import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';
import styles from '#components/keys/comparing.module.css';

interface Props {
  digits: string;
  onSame(): void;
  onOther(): void;
}

/** The six digits that she compares, aloud, with one of the couple. */
export function Digits({ digits, onSame, onOther }: Props) {
  const t = useTranslations('observe.digits');
  return (
    <Screen title={t('title')} body={t('text')}>
      <p className={styles.digits}>
        <span className="visually-hidden">{t('label')}: </span>
        {digits}
      </p>
      <div className="stack">
        <button type="button" className="button button-primary" onClick={onSame}>
          {t('same')}
        </button>
        <button type="button" className="button" onClick={onOther}>
          {t('other')}
        </button>
      </div>
    </Screen>
  );
}
