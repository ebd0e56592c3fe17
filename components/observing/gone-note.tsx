'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import styles from './bar.module.css';
import { read, wasRead } from './read-notes.ts';
import { goneOf } from './watching.ts';

/** That whoever watched is gone, until it was read here or this side went on by itself. */
export function GoneNote({ session }: { session: SessionSnapshot | null }) {
  const t = useTranslations('observing.bar');
  const { you } = useHere();
  const gone = goneOf(session);
  const [, redraw] = useState(0);
  const acted = session?.lines.findLast(({ by }) => by === you)?.seq ?? 0;
  if (!session || !gone || gone.seq < acted) return null;
  const note = `${session.sessionId} gone ${gone.seq}`;
  if (wasRead(note)) return null;
  return (
    <div className={styles.bar}>
      <p className={styles.who}>
        <strong>{t('gone', { name: gone.name })}</strong>
        <span className="small">{t('goneAbout', { name: gone.name })}</span>
      </p>
      <button
        type="button"
        className={`button ${styles.letGo}`}
        onClick={() => {
          read(note);
          redraw((count) => count + 1);
        }}
      >
        {t('close')}
      </button>
    </div>
  );
}
