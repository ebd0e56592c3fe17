'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import { AskTwice } from '../ask-twice.tsx';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import { Part } from '../part.tsx';
import { useDeskWork } from '../use-desk-work.ts';
import styles from './overview.module.css';

/** Rooms whose link she opened, and that have not let her in. */
export function WaitingRooms() {
  const t = useTranslations('desk.cases');
  const { waiting, change } = useDeskHere();
  const work = useDeskWork();
  return (
    <Part title={t('waiting')} about={t('waitingAbout')} said={work.said}>
      <TroubleOnDesk trouble={work.trouble} />
      <ul className={styles.list}>
        {waiting.map(({ id, roomId, since }) => (
          <li key={id} className={styles.case}>
            <span className="small">
              {t.rich('waitingSince', { when: () => <Moment at={since} form="full" /> })}
            </span>
            <a className={`button small ${styles.small}`} href={`/observe/${roomId}`}>
              {t('lobby')}
            </a>
            <AskTwice
              label={t('drop')}
              about={t('dropThis')}
              sure={t('dropSure')}
              off={work.busy}
              onSure={() => void work.run(() => change({ change: 'end-case', caseId: id }))}
            />
          </li>
        ))}
      </ul>
      <p className="soft small">{t('dropAbout')}</p>
    </Part>
  );
}
