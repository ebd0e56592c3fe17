'use client';

import { useTranslations } from 'use-intl/react';
import { Closed } from '#components/room/closed.tsx';

/** For whoever has no seat in this room. */
export function Refused() {
  const t = useTranslations('room.refused');
  return (
    <Closed title={t('title')}>
      <p>{t('text')}</p>
      <p>{t('elsewhere')}</p>
    </Closed>
  );
}
