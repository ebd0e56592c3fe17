'use client';

import { useTranslations } from 'use-intl/react';
import { Field } from './field.tsx';
import type { useSecond } from './use-second.ts';

interface Props {
  second: ReturnType<typeof useSecond>;
  /** Whether the other kind of code can be given as well. */
  both: boolean;
}

/** Asks for a code from an app, which phones fill in, or for a backup code. */
export function SecondField({ second, both }: Props) {
  const t = useTranslations('account.second');
  const totp = second.kind === 'totp';
  return (
    <>
      <Field
        key={second.kind}
        {...second.field}
        autoComplete={totp ? 'one-time-code' : 'off'}
        inputMode={totp ? 'numeric' : 'text'}
        maxLength={totp ? 10 : 60}
      />
      {both && (
        <button type="button" className="button button-quiet small" onClick={second.swap}>
          {t(totp ? 'useBackup' : 'useCode')}
        </button>
      )}
    </>
  );
}
