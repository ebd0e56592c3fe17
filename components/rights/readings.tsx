'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import { Part } from './part.tsx';
import styles from './rights.module.css';
import { useRightsHere } from './rights-of.tsx';

/** Who read what, and when. Both see the same. */
export function Readings() {
  const t = useTranslations('rights.readings');
  const format = useFormatter();
  const { rights, past, nameOf } = useRightsHere();
  const { readings } = rights;
  const talkOf = (sessionId: string | null) => {
    const session = past.find((entry) => entry.sessionId === sessionId);
    if (!session) return t('gone');
    return t('talk', { date: format.dateTime(session.openedAt, { dateStyle: 'long' }) });
  };
  return (
    <Part heading={t('heading')}>
      <p>{t('about')}</p>
      {readings.length === 0 && <p className="soft">{t('none')}</p>}
      <ol className={styles.list}>
        {readings.map(({ seat, what, sessionId, at, times }) => (
          <li key={`${seat} ${what} ${sessionId} ${at}`}>
            {t(what, { name: nameOf(seat), talk: talkOf(sessionId) })}
            <br />
            <span className="soft small">
              <Moment at={at} form="full" />
              {times > 1 && `, ${t('times', { count: times })}`}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}
