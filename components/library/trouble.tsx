'use client';

import { useTranslations } from 'use-intl/react';
import type { Asking } from './use-asking.ts';

/** Why what was asked was not done; nothing when it was. */
export function Trouble({ asking: { trouble } }: { asking: Asking }) {
  const t = useTranslations('library.detail');
  const reason = useTranslations('refusal');
  return (
    <div role="status">
      {trouble && (
        <p className="alert">{trouble === 'no-answer' ? t('noAnswer') : reason(trouble)}</p>
      )}
    </div>
  );
}
