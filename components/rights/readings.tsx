'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { SessionId } from '#lib/dialogue/id.ts';
import type { Reading } from '#lib/rights/record.ts';
import { Part } from './part.tsx';
import styles from './rights.module.css';
import { useRightsHere } from './rights-of.tsx';
import { Watched } from './watched.tsx';

/** Who read what and who watched, and when. Both see the same. */
export function Readings() {
  const t = useTranslations('rights.readings');
  const { rights } = useRightsHere();
  const { readings, watchings } = rights;
  const talkOf = useTalk();
  const lines = [
    ...readings.map((reading) => ({
      key: `${reading.seat} ${reading.what} ${reading.sessionId} ${reading.at}`,
      at: reading.at,
      line: <Read reading={reading} talk={talkOf(reading.sessionId)} />,
    })),
    ...watchings.map((watching) => ({
      key: watching.observation,
      at: watching.from,
      line: <Watched watching={watching} talk={watching.sessionId && talkOf(watching.sessionId)} />,
    })),
  ];
  return (
    <Part heading={t('heading')}>
      <p>{t('about')}</p>
      {lines.length === 0 && <p className="soft">{t('none')}</p>}
      <ol className={styles.list}>
        {lines
          .toSorted((one, other) => other.at - one.at)
          .map(({ key, line }) => (
            <li key={key}>{line}</li>
          ))}
      </ol>
    </Part>
  );
}

function Read({ reading, talk }: { reading: Reading; talk: string }) {
  const t = useTranslations('rights.readings');
  const { nameOf } = useRightsHere();
  const { seat, what, at, times } = reading;
  return (
    <>
      {t(what, { name: nameOf(seat), talk })}
      <br />
      <span className="soft small">
        <Moment at={at} form="full" />
        {times > 1 && `, ${t('times', { count: times })}`}
      </span>
    </>
  );
}

/** How a talk is called in a line. */
function useTalk(): (sessionId: SessionId | null) => string {
  const t = useTranslations('rights.readings');
  const format = useFormatter();
  const { past } = useRightsHere();
  return (sessionId) => {
    const session = past.find((entry) => entry.sessionId === sessionId);
    if (!session) return t('gone');
    return t('talk', { date: format.dateTime(session.openedAt, { dateStyle: 'long' }) });
  };
}
