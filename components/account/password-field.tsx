'use client';

import { type ReactNode, type Ref, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Field } from './field.tsx';
import styles from './password-field.module.css';

interface Props {
  ref?: Ref<HTMLInputElement> | undefined;
  label: string;
  value: string;
  onValue(value: string): void;
  autoComplete: 'current-password' | 'new-password';
  hint?: ReactNode;
  fault?: string | null;
}

/** Asks for a password, which can be looked at while it is typed. */
export function PasswordField(props: Props) {
  const t = useTranslations('account.password');
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <Field {...props} type={shown ? 'text' : 'password'} className={styles.input ?? ''}>
        <button
          type="button"
          className={`small ${styles.show}`}
          aria-pressed={shown}
          aria-label={`${t('show')}: ${props.label}`}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'hide' : 'show')}
        </button>
      </Field>
    </div>
  );
}
