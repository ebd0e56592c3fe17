'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from './here.tsx';
import styles from './presence.module.css';

/** Whether the partner is in the room at this moment. */
export function Presence() {
  const t = useTranslations('room.presence');
  const { view, snapshot, partner, partnerName } = useHere();
  const { here, taken } = view.seats[partner];
  // Without a connection nobody can tell.
  if (!taken || snapshot.connection !== 'online') return <span />;
  return (
    <p className={`${styles.presence} small`}>
      <span aria-hidden="true" className={here ? styles.here : styles.away} />
      <span className={styles.who}>{t(here ? 'here' : 'away', { name: partnerName })}</span>
    </p>
  );
}
