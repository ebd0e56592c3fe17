'use client';

import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { type RecoveryCode, readRecoveryCode } from '#lib/vault/recovery-code.ts';
import { Field } from '../field.tsx';
import { ProveTrouble } from '../prove-trouble.tsx';
import { Submit } from '../submit.tsx';
import type { Work } from '../use-work.ts';

interface Props {
  code: RecoveryCode;
  work: Work;
  label: string;
  busyLabel: string;
  /** The code was typed as it is. */
  onTyped(): void;
  onBack(): void;
  /** What else is asked before it counts. */
  children?: ReactNode;
}

/** Asks for the recovery code that was just shown: only then anything is stored. */
export function TypeCode({ code, work, label, busyLabel, onTyped, onBack, children }: Props) {
  const t = useTranslations('account');
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultIn(typed, code);
    setFault(found && t(found));
    if (found) field.current?.focus();
    else onTyped();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{t('recovery.typeAbout')}</p>
      <Field
        ref={field}
        label={t('recovery.label')}
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={60}
        fault={fault}
        onValue={(value) => {
          setTyped(value);
          setFault(null);
        }}
      />
      {children}
      <ProveTrouble trouble={work.trouble} />
      <Submit work={work} label={label} busyLabel={busyLabel} />
      <button type="button" className="button button-quiet" onClick={onBack}>
        {t('recovery.back')}
      </button>
    </form>
  );
}

function faultIn(typed: string, code: RecoveryCode) {
  if (typed.trim() === '') return 'recovery.empty';
  const read = readRecoveryCode(typed);
  if (!read.ok) return 'trouble.mistyped';
  return read.value === code ? null : 'recovery.differs';
}
