'use client';

import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import styles from './header.module.css';
import { useReplaying } from './replaying.tsx';

/**
 * Which talk this is, of which day, and the way back.
 * @param back in the place of the way back to the room.
 */
export function Header({ back }: { back?: ReactNode }) {
  const t = useTranslations('replay');
  const format = useFormatter();
  const { recording, texts } = useReplaying();
  const { roomId, state } = recording;
  return (
    <header className={styles.header}>
      {back ?? (
        <a className={styles.back} href={`/room/${roomId}`}>
          {t('back')}
        </a>
      )}
      <h1>{texts.about.name}</h1>
      <p className="soft">
        <time dateTime={new Date(state.openedAt).toISOString()}>
          {format.dateTime(state.openedAt, { dateStyle: 'full', timeStyle: 'short' })}
        </time>
      </p>
    </header>
  );
}
