'use client';

import { useTranslations } from 'use-intl/react';
import type { Trouble } from '#lib/client/account/trouble.ts';
import { TroubleNote } from './trouble-note.tsx';

/** As `TroubleNote`, where a password that opens nothing is the owner's current one. */
export function ProveTrouble({ trouble }: { trouble: Trouble | null }) {
  const t = useTranslations('account.trouble');
  return (
    <TroubleNote trouble={trouble}>
      {trouble?.reason === 'unreadable' ? t('proof') : undefined}
    </TroubleNote>
  );
}
