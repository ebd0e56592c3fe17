'use client';

import { useTranslations } from 'use-intl/react';
import type { RoomId } from '#lib/dialogue/id.ts';

/** The way to ask the partner for the key of each of these rooms. */
export function RoomLinks({ rooms }: { rooms: readonly RoomId[] }) {
  const t = useTranslations('signIn.unlock');
  return (
    <div className="row">
      {rooms.map((roomId, index) => (
        <a key={roomId} className="button" href={`/room/${roomId}/keys`}>
          {t('room')}
          {rooms.length > 1 && ` ${index + 1}`}
        </a>
      ))}
    </div>
  );
}
