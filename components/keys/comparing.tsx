'use client';

import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';
import styles from './comparing.module.css';

interface Props {
  digits: string;
  /** Whether this side has said that they are the same. */
  agreed: boolean;
  onSame(): void;
  onOther(): void;
}

/** The six digits that both compare, and the question whether they are the same. */
export function Comparing({ digits, agreed, onSame, onOther }: Props) {
  const t = useTranslations('keys');
  const compare = useTranslations('keys.compare');
  return (
    <Screen title={compare('title')} body={compare('text')}>
      <p className={styles.digits}>
        <span className="visually-hidden">{t('digits')}: </span>
        {digits}
      </p>
      {agreed ? (
        <p role="status">{compare('agreed')}</p>
      ) : (
        <div className="stack">
          <button type="button" className="button button-primary" onClick={onSame}>
            {compare('same')}
          </button>
          <button type="button" className="button" onClick={onOther}>
            {compare('other')}
          </button>
        </div>
      )}
    </Screen>
  );
}
