'use client';

import { useTranslations } from 'use-intl/react';
import type { AccountOverview } from '#lib/account/overview.ts';
import type { Given } from '#lib/client/account/proof.ts';
import { usePassword } from './use-password.ts';
import { useSecond } from './use-second.ts';

/** What shows that it is the owner who asks: the password, and a second factor where codes are in use. */
export function useProve({ totp, backupCodesLeft }: AccountOverview) {
  const password = usePassword(useTranslations('account.password')('current'));
  const second = useSecond('totp');
  return {
    password,
    second: totp ? second : null,
    both: backupCodesLeft > 0,
    /** What was given, or null with the focus on the field where something is missing. */
    take(): Given | null {
      const code = totp ? second.take() : null;
      const typed = password.take();
      return typed === null || (totp && !code) ? null : { password: typed, second: code };
    },
  };
}
