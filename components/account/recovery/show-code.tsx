'use client';

import { useTranslations } from 'use-intl/react';
import { type RecoveryCode, showRecoveryCode } from '#lib/vault/recovery-code.ts';
import { KeepButtons } from '../keep-buttons.tsx';
import styles from './code.module.css';

interface Props {
  code: RecoveryCode;
  onKept(): void;
}

/** The recovery code, shown once, with ways to keep it. */
export function ShowCode({ code, onKept }: Props) {
  const t = useTranslations('account.recovery');
  const shown = showRecoveryCode(code);
  return (
    <>
      <p>{t('about')}</p>
      <p className={styles.code} role="img" aria-label={`${t('code')}: ${shown}`}>
        {shown.split('-').map((group) => (
          <span key={group}>{group}</span>
        ))}
      </p>
      <KeepButtons text={`${t('fileText')}\n\n${shown}`} file={t('file')} />
      <p className="card small">{t('lose')}</p>
      <button type="button" className="button button-primary button-wide" onClick={onKept}>
        {t('kept')}
      </button>
      <p className="soft small">{t('once')}</p>
    </>
  );
}
