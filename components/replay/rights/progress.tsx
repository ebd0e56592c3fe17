'use client';

import { useTranslations } from 'use-intl/react';
import { useRights } from './rights.tsx';

/** What becomes of the move that was made: under way, or not done and why. Empty otherwise. */
export function Progress() {
  const t = useTranslations('replay.rights');
  const reason = useTranslations('refusal');
  const { busy, trouble } = useRights();
  return (
    <div role="status">
      {busy && <p className="soft">{t('busy')}</p>}
      {trouble?.status === 'unchanged' && (
        <p className="alert">
          {t('unchanged')} {trouble.reason ? reason(trouble.reason) : t('connection')}
        </p>
      )}
      {trouble?.status === 'unsure' && <p className="alert">{t('unsure')}</p>}
    </div>
  );
}
