'use client';

import { useTranslations } from 'use-intl/react';
import type { ChangeRefusal } from '#lib/client/desk.ts';

/** Why something on the desk did not come about. */
export type DeskTrouble = ChangeRefusal | 'too-long' | 'locked' | 'no-key';

/** Says why something on the desk did not come about, and what to do next. */
export function TroubleOnDesk({ trouble }: { trouble: DeskTrouble | null }) {
  const t = useTranslations('desk.failed');
  if (!trouble) return null;
  return (
    <div role="alert" className="alert small">
      <p>{t(trouble)}</p>
      {trouble === 'refused' && (
        <p>
          <a href="/account/sign-in#to=/desk">{t('again')}</a>
        </p>
      )}
    </div>
  );
}
