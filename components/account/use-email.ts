'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { Email } from '#lib/account.ts';

/** An address that is being typed; it is judged when it is asked for. */
export function useEmail(first = '') {
  const t = useTranslations('account.email');
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(first);
  const [wrong, setWrong] = useState(false);
  return {
    /** What the field of it is given. */
    field: {
      ref: field,
      label: t('label'),
      value,
      fault: wrong ? t('fault') : null,
      onValue: (typed: string) => {
        setValue(typed);
        setWrong(false);
      },
    },
    /** The address, or null with the focus on the field when it is none. */
    take(): Email | null {
      const email = v.safeParse(Email, value);
      setWrong(!email.success);
      if (email.success) return email.output;
      field.current?.focus();
      return null;
    },
  };
}
