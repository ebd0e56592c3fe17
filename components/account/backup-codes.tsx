'use client';

import { useTranslations } from 'use-intl/react';
import styles from './backup-codes.module.css';
import { KeepButtons } from './keep-buttons.tsx';

interface Props {
  codes: readonly string[];
  onKept(): void;
}

/** Ten backup codes, shown once, with ways to keep them. */
export function BackupCodes({ codes, onKept }: Props) {
  const t = useTranslations('account.backup');
  return (
    <>
      <p>{t('about')}</p>
      <ol className={styles.codes} aria-label={t('list')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <KeepButtons text={codes.join('\n')} file={t('file')} />
      <button type="button" className="button button-primary button-wide" onClick={onKept}>
        {t('done')}
      </button>
      <p className="soft small">{t('once')}</p>
    </>
  );
}
