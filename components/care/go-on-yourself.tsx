'use client';

import { useTranslations } from 'use-intl/react';
import styles from './check.module.css';
import { CheckScreen } from './check-screen.tsx';
import { HelpLines } from './help-lines.tsx';

interface Props {
  onPass(): void;
  onLeave(): void;
}

/** For who kept an answer to themselves: the same help, and the choice stays theirs. */
export function GoOnYourself({ onPass, onLeave }: Props) {
  const t = useTranslations('care.unsaid');
  const care = useTranslations('care');
  return (
    <CheckScreen title={t('title')}>
      <p>{t('body')}</p>
      <HelpLines purposes={['danger', 'violence']} heading="h2" />
      <p className="small soft">{care('lines.hours')}</p>
      <p>{t('own')}</p>
      <div className={styles.choices}>
        <button type="button" className="button" onClick={onPass}>
          {t('goOn')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {care('notNow')}
        </button>
      </div>
    </CheckScreen>
  );
}
