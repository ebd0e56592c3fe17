'use client';

import { useTranslations } from 'use-intl/react';
import type { RoomId } from '#lib/dialogue/id.ts';

/** The way to each of these rooms, where a partner can be asked for the key. */
export function RoomLinks({ rooms }: { rooms: readonly RoomId[] }) {
  const t = useTranslations('signIn.unlock');
  return (
    <div className="row">
      {rooms.map((roomId, index) => (
        <a key={roomId} className="button" href={`/room/${roomId}`}>
          {t('room')}
          {rooms.length > 1 && ` ${index + 1}`}
        </a>
      ))}
    </div>
  );
}
