'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';

/** In the place of who is here: that nobody is. */
export function MadeUp() {
  const t = useTranslations('taste');
  const { partnerName: name } = useHere();
  return <p className="small">{t('madeUp', { name })}</p>;
}
