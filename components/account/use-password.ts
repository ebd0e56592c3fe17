'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';

/** A password that somebody already has, while it is being typed. */
export function usePassword(label: string) {
  const t = useTranslations('account.password');
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  return {
    field: {
      ref: field,
      label,
      value,
      fault,
      autoComplete: 'current-password',
      onValue: (typed: string) => {
        setValue(typed);
        setFault(null);
      },
    } as const,
    /** Says at the field that this is not it. */
    refuse(why: string) {
      setFault(why);
      field.current?.focus();
    },
    /** What was typed, or null with the focus on the field when nothing was. */
    take(): string | null {
      setFault(value === '' ? t('empty') : null);
      if (value !== '') return value;
      field.current?.focus();
      return null;
    },
  };
}
