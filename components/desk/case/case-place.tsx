'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { CaseId } from '#lib/observation.ts';
import { Appointments } from '../appointments/appointments.tsx';
import { Column, Columns, DeskFrame } from '../desk-frame.tsx';
import { useDeskHere } from '../desk-here.tsx';
import { HomeworkPart } from '../homework/homework.tsx';
import { Notes } from '../notes/notes.tsx';
import type { CaseHere } from '../spread.ts';
import { useCaseName } from '../use-case-name.ts';
import styles from './case.module.css';
import { Ending } from './ending.tsx';
import { Naming } from './naming.tsx';

interface Props {
  caseId: CaseId;
  arrived: boolean;
}

/** Everything about one couple. */
export function CasePlace({ caseId, arrived }: Props) {
  const t = useTranslations('desk.case');
  const desk = useTranslations('desk');
  const { cases } = useDeskHere();
  const nameOf = useCaseName();
  const one = cases.find(({ id }) => id === caseId);
  const standing = useRef(one?.standing);
  if (!one) {
    return (
      <DeskFrame back title={desk('title')} arrived={arrived}>
        <p>{t('unknown')}</p>
      </DeskFrame>
    );
  }
  return (
    <DeskFrame
      key={one.standing}
      back
      title={nameOf(one)}
      arrived={arrived || one.standing !== standing.current}
    >
      <div className={styles.top}>
        <div className="stack">
          <Naming one={one} />
          <Standing one={one} />
        </div>
        {one.kept?.roomId && (
          <div className={styles.lobby}>
            <a className="button button-primary" href={`/observe/${one.kept.roomId}`}>
              {desk('cases.lobby')}
            </a>
            <p className="soft small">{t('lobbyAbout')}</p>
          </div>
        )}
      </div>
      <Columns>
        <Column>
          <Notes one={one} />
        </Column>
        <Column>
          {one.kept && one.standing === 'open' && (
            <>
              <Appointments one={one} kept={one.kept} />
              <HomeworkPart one={one} kept={one.kept} />
              <Ending one={one} />
            </>
          )}
        </Column>
      </Columns>
    </DeskFrame>
  );
}

function Standing({ one: { kept } }: { one: CaseHere }) {
  const t = useTranslations('desk.case');
  if (!kept) return <p className={`card small ${styles.card}`}>{t('roomGone')}</p>;
  const { since, endedAt, watched } = kept;
  return (
    <>
      <p className="soft small">
        {t.rich('since', { when: () => <Moment at={since} form="date" /> })}{' '}
        {t('watched', { count: watched.length })}
      </p>
      {endedAt !== null && (
        <p className={`card small ${styles.card}`}>
          {t.rich('over', { when: () => <Moment at={endedAt} form="date" /> })}
        </p>
      )}
    </>
  );
}
