'use client';

import { useTranslations } from 'use-intl/react';
import { PastSessionRow } from './past-session-row.tsx';
import styles from './past-sessions.module.css';
import type { PastOfRoom } from './use-past-sessions.ts';

/** The talks this room has had, newest first, and the way to look back at them. Inside a room only. */
export function PastSessions({ past: { sessions, retry } }: { past: PastOfRoom }) {
  const t = useTranslations('replay.past');
  const common = useTranslations('common');
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
