'use client';

import { useTranslations } from 'use-intl/react';
import styles from './new-password-field.module.css';
import { PasswordField } from './password-field.tsx';
import type { useNewPassword } from './use-new-password.ts';

interface Props {
  password: ReturnType<typeof useNewPassword>;
}

/** Asks for a new password, and says calmly whether it will do. */
export function NewPasswordField({ password }: Props) {
  const t = useTranslations('account.password');
  const hint = password.good ? (
    <span className={styles.good}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M5 12.5l4.5 4.5L19 7.5" />
      </svg>
      {t('good')}
    </span>
  ) : (
    password.field.hint
  );
  return (
    <div className={styles.new}>
      <PasswordField {...password.field} hint={hint} />
      <p role="status" className="visually-hidden">
        {password.good && t('good')}
      </p>
    </div>
  );
}
