'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { RoomId, Time } from '#lib/dialogue/id.ts';
import styles from './rooms-of-device.module.css';

interface Props {
  rooms: readonly { roomId: RoomId; lastSessionAt: Time | null }[];
}

/** The way back for a device that already has a seat somewhere. */
export function RoomsOfDevice({ rooms }: Props) {
  const t = useTranslations('home');
  return (
    <ul className={styles.rooms}>
      {rooms.map(({ roomId, lastSessionAt }) => (
        <li key={roomId}>
          <a className={styles.room} href={`/room/${roomId}`}>
            <span>
              <strong>{t('back')}</strong>
              <span className="small">
                {lastSessionAt === null
                  ? t('backNew')
                  : t.rich('backSince', { when: () => <Moment at={lastSessionAt} form="date" /> })}
              </span>
            </span>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M5 12h14M13 6l6 6-6 6" />
            </svg>
          </a>
        </li>
      ))}
    </ul>
  );
}
