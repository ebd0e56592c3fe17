'use client';

import { type Ref, useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { NameFault } from './name-fault.ts';

interface Props {
  ref?: Ref<HTMLInputElement>;
  name: string;
  fault: NameFault | null;
  onName(name: string): void;
}

/** Asks for the name a partner goes by. */
export function NameField({ ref, name, fault, onName }: Props) {
  const t = useTranslations('common.name');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('label')}</label>
      <input
        ref={ref}
        id={id}
        className="input"
        autoComplete="given-name"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="go"
        value={name}
        onChange={(event) => onName(event.target.value)}
        aria-required="true"
        aria-invalid={fault !== null}
        aria-describedby={`${id}-hint`}
      />
      <p
        id={`${id}-hint`}
        className={fault ? 'alert small' : 'soft small'}
        role={fault ? 'alert' : undefined}
      >
        {t(fault ?? 'hint')}
      </p>
    </div>
  );
}
