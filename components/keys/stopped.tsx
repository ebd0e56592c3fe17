'use client';

import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';

/** The digits were not the same: nothing was given. */
export function Stopped({ onAgain }: { onAgain(): void }) {
  const t = useTranslations('keys.wrong');
  return (
    <Screen title={t('title')} body={t('text')}>
      <button type="button" className="button button-primary" onClick={onAgain}>
        {t('again')}
      </button>
    </Screen>
  );
}
