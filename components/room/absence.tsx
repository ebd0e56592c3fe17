'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from './here.tsx';

/** While the partner is not here: words that fit every reason, because no reason is known. */
export function Absence() {
  const t = useTranslations('room.absence');
  const { view, snapshot, partner, partnerName } = useHere();
  const { here, taken } = view.seats[partner];
  if (here || snapshot.connection !== 'online') return null;
  if (taken) return <p className="soft">{t('away', { name: partnerName })}</p>;
  return view.invitation && <p className="soft">{t('notYet')}</p>;
}
