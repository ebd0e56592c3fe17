'use client';

import type { ReactNode } from 'react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import { Network } from './network.tsx';
import { Observing } from './observing.tsx';
import { Presence } from './presence.tsx';
import styles from './room-frame.module.css';

interface Props {
  /** Whose voice tints the whole screen. */
  tint?: Seat | null;
  session?: SessionSnapshot | null;
  /** Who else there is; whether the partner is here, when left out. */
  who?: ReactNode;
  /** The one control that always stays in reach. */
  control?: ReactNode;
  children: ReactNode;
}

/** The screen of an opened room: who is here, the way out, what the network does, and the rest. */
export function RoomFrame({
  tint = null,
  session = null,
  who = <Presence />,
  control,
  children,
}: Props) {
  return (
    <div className={`${styles.room} ${tint ? `voice-${tint}` : ''}`}>
      <header className={styles.header}>
        <div className={styles.who}>
          {who}
          {control}
        </div>
        <Observing part="bar" session={session} />
      </header>
      <main id="content" className={`page ${styles.main}`}>
        <Network session={session} />
        <Observing part="knock" session={session} />
        {children}
      </main>
    </div>
  );
}
