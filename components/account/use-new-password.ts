'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import {
  type PasswordFault,
  passwordFaults,
  passwordLength,
} from '#lib/account/password-strength.ts';

/** How long typing has to rest before a password is judged. */
const rest = 350;

type Judgement = PasswordFault | 'good' | null;

/** A password that is being chosen. While it is typed it is judged calmly; when it is asked for, plainly. */
export function useNewPassword(label: string, email: string) {
  const t = useTranslations('account.password');
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState('');
  const [judgement, setJudgement] = useState<Judgement>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    // Nobody has to hear halfway that it is too short: the hint says how long it is to be.
    if ([...value].length < passwordLength.least) return setJudgement(null);
    let over = false;
    const timer = setTimeout(async () => {
      const judged = await judge(value, email).catch(() => null);
      if (!over) setJudgement(judged);
    }, rest);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [value, email]);

  const fault = refused && judgement !== null && judgement !== 'good' ? t(judgement) : null;
  return {
    field: {
      ref: field,
      label,
      value,
      autoComplete: 'new-password',
      hint: t(judgement ?? 'hint'),
      fault,
      onValue: (typed: string) => {
        setValue(typed);
        setRefused(false);
      },
    } as const,
    good: judgement === 'good',
    /** The password, or null with the focus on the field when it will not do. Rejects without the list. */
    async take(): Promise<string | null> {
      const judged = await judge(value, email);
      setJudgement(judged);
      setRefused(judged !== 'good');
      if (judged === 'good') return value;
      field.current?.focus();
      return null;
    },
  };
}

async function judge(password: string, email: string): Promise<PasswordFault | 'good'> {
  const [first] = await passwordFaults(password, email);
  return first ?? 'good';
}
