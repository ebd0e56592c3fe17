'use client';

import { Field } from './field.tsx';
import type { useEmail } from './use-email.ts';

interface Props {
  email: ReturnType<typeof useEmail>;
  /** Whether this browser may offer passkeys among the addresses it fills in. */
  withPasskeys?: boolean;
}

/** Asks for the address of an account. */
export function EmailField({ email, withPasskeys = false }: Props) {
  return (
    <Field
      {...email.field}
      type="email"
      inputMode="email"
      autoComplete={withPasskeys ? 'username webauthn' : 'username'}
    />
  );
}
