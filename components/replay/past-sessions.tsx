'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { RoomId } from '#lib/dialogue/id.ts';
import { PastSessionRow } from './past-session-row.tsx';
import styles from './past-sessions.module.css';
import { usePastSessions } from './use-past-sessions.ts';

/** The talks this room has had, newest first, and the way to look back at them. Inside a room only. */
export function PastSessions({ roomId }: { roomId: RoomId }) {
  const t = useTranslations('replay.past');
  const common = useTranslations('common');
  const { view } = useHere();
  const { sessions, retry } = usePastSessions(roomId, view.sessionId);
  return (
    <section aria-labelledby="past-sessions" className="stack">
      <h2 id="past-sessions">{t('heading')}</h2>
      <div role="status">
        {!sessions && <p className="soft">{t('loading')}</p>}
        {sessions && !sessions.ok && <p>{t('trouble')}</p>}
      </div>
      {sessions && !sessions.ok && (
        <button type="button" className="button" onClick={retry}>
          {common('retry')}
        </button>
      )}
      {sessions?.ok && sessions.value.length === 0 && <p className="soft">{t('empty')}</p>}
      {sessions?.ok && sessions.value.length > 0 && (
        <ul className={styles.sessions}>
          {sessions.value.map((session) => (
            <PastSessionRow key={session.sessionId} session={session} />
          ))}
        </ul>
      )}
    </section>
  );
}
