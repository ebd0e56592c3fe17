'use client';

import { Field } from './field.tsx';
import type { useEmail } from './use-email.ts';

interface Props {
  email: ReturnType<typeof useEmail>;
  /** Whether this browser may offer passkeys among the addresses it fills in. */
  withPasskeys?: boolean;
  /** Which account this is about, for whoever sees it and for what keeps passwords. */
  readOnly?: boolean;
}

/** Asks for the address of an account. */
export function EmailField({ email, withPasskeys = false, readOnly = false }: Props) {
  return (
    <Field
      {...email.field}
      type="email"
      inputMode="email"
      readOnly={readOnly}
      autoComplete={withPasskeys ? 'username webauthn' : 'username'}
    />
  );
}
