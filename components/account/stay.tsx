'use client';

import { useTranslations } from 'use-intl/react';
import { Check } from './check.tsx';

interface Props {
  stay: boolean;
  onStay(stay: boolean): void;
}

/** Whether this device may remember who signed in: only its owner can say so. */
export function Stay({ stay, onStay }: Props) {
  const t = useTranslations('account.stay');
  return <Check label={t('label')} hint={t('hint')} checked={stay} onCheck={onStay} />;
}
