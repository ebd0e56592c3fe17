'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { PastSession } from '#lib/archive.ts';
import { nameIn } from '#lib/exercises/catalogue.ts';
import styles from './past-sessions.module.css';

/** One talk of the past: when, which exercise, and what has become of its words. */
export function PastSessionRow({ session }: { session: PastSession }) {
  const t = useTranslations('replay.past');
  const format = useFormatter();
  const { roomId, catalogue } = useHere();
  const { sessionId, exercise, openedAt, words } = session;
  const name = nameIn(catalogue, exercise);
  const date = format.dateTime(openedAt, { dateStyle: 'full' });
  return (
    <li className={styles.session}>
      <p>
        <time dateTime={new Date(openedAt).toISOString()} className={styles.date}>
          {date}
        </time>
        <br />
        <span className="soft small">
          {name && `${name}. `}
          {t(words)}
        </span>
      </p>
      {words !== 'gone' && (
        <a className="button" href={`/room/${roomId}/replay/${sessionId}`}>
          {t(words === 'asked' ? 'openAsked' : 'open')}
          <span className="visually-hidden"> ({date})</span>
        </a>
      )}
    </li>
  );
}
