'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '../here.tsx';

/** The way to what both can decide about what is kept. */
export function RightsLink() {
  const t = useTranslations('room');
  const { roomId } = useHere();
  return (
    <a className="button button-quiet" href={`/room/${roomId}/rights`}>
      {t('rights')}
    </a>
  );
}
