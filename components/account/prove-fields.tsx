'use client';

import { PasswordField } from './password-field.tsx';
import { SecondField } from './second-field.tsx';
import type { useProve } from './use-prove.ts';

/** Asks for what shows that it is the owner. */
export function ProveFields({ prove }: { prove: ReturnType<typeof useProve> }) {
  return (
    <>
      <PasswordField {...prove.password.field} />
      {prove.second && <SecondField second={prove.second} both={prove.both} />}
    </>
  );
}
