'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '../here.tsx';

/** The way to the door, where both can let a therapist watch. */
export function ObserverLink() {
  const t = useTranslations('observing');
  const { roomId } = useHere();
  return (
    <a className="button button-quiet" href={`/room/${roomId}/observer`}>
      {t('open')}
    </a>
  );
}
