'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import * as v from 'valibot';
import { SecondFactor } from '#lib/account.ts';

/** A second factor that is typed: a code from an app, or a backup code. */
export function useSecond(first: 'totp' | 'backup') {
  const t = useTranslations('account.second');
  const field = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState(first);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const totp = kind === 'totp';
  return {
    kind,
    swap() {
      setKind(totp ? 'backup' : 'totp');
      setTyped('');
      setWrong(false);
      field.current?.focus();
    },
    field: {
      ref: field,
      label: t(totp ? 'code' : 'backup'),
      hint: t(totp ? 'codeHint' : 'backupHint'),
      fault: wrong ? t(totp ? 'codeFault' : 'backupFault') : null,
      value: typed,
      onValue: (value: string) => {
        setTyped(value);
        setWrong(false);
      },
    },
    /** The factor, or null with the focus on the field when it cannot be one. */
    take(): SecondFactor | null {
      const code = totp ? typed.replace(/\s/g, '') : typed.trim();
      const second = v.safeParse(SecondFactor, { kind, code });
      const fits = second.success && code !== '';
      setWrong(!fits);
      if (fits) return second.output;
      field.current?.focus();
      return null;
    },
  };
}
