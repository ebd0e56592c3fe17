'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Ripple } from '#components/ripple/ripple.tsx';
import type { RoomId } from '#lib/dialogue/id.ts';
import styles from './shut.module.css';

interface Props {
  roomId: RoomId;
  title: string;
  body: string;
  /** What else can be done than going back to the room. */
  children?: ReactNode;
}

/** Instead of a replay: a plain word on why there is none, and the way back. */
export function Shut({ roomId, title, body, children }: Props) {
  const t = useTranslations('replay');
  return (
    <main id="content" className={`page ${styles.shut}`}>
      <div className={styles.ripple}>
        <Ripple />
      </div>
      <h1 id="shut" tabIndex={-1}>
        {title}
      </h1>
      <p>{body}</p>
      {children}
      <a className="button" href={`/room/${roomId}`}>
        {t('back')}
      </a>
    </main>
  );
}
