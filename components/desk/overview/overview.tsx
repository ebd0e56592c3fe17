'use client';

import { useTranslations } from 'use-intl/react';
import { Column, Columns, DeskFrame } from '../desk-frame.tsx';
import { useDeskHere } from '../desk-here.tsx';
import { Part } from '../part.tsx';
import { addressOf } from '../use-place.ts';
import { Agenda } from './agenda.tsx';
import { CaseList } from './case-list.tsx';
import styles from './overview.module.css';
import { soonestFirst } from './soonest-first.ts';
import { Tools } from './tools.tsx';
import { WaitingRooms } from './waiting-rooms.tsx';

/** Everything on the desk at a glance. */
export function Overview({ arrived }: { arrived: boolean }) {
  const t = useTranslations('desk');
  const { profile, cases, waiting, unreadable } = useDeskHere();
  const open = soonestFirst(
    cases.filter(({ standing }) => standing === 'open'),
    Date.now(),
  );
  const former = cases.filter(({ standing }) => standing !== 'open');
  return (
    <DeskFrame title={t('title')} arrived={arrived}>
      {!profile && (
        <section className={`card ${styles.welcome}`} aria-labelledby="welcome">
          <div>
            <h2 id="welcome">{t('welcome.heading')}</h2>
            <p>{t('welcome.about')}</p>
          </div>
          <a className="button button-primary" href={addressOf({ at: 'profile' })}>
            {t('welcome.go')}
          </a>
        </section>
      )}
      {unreadable > 0 && <p className="alert small">{t('unreadable', { count: unreadable })}</p>}
      <Columns>
        <Column>
          <Part title={t('cases.heading')}>
            {open.length > 0 ? (
              <CaseList cases={open} />
            ) : (
              <div className={styles.none}>
                <p>
                  <strong>{t('cases.none')}</strong>
                </p>
                <p className="soft">{t('cases.noneAbout')}</p>
              </div>
            )}
            {former.length > 0 && (
              <details className={styles.former}>
                <summary>
                  {t('cases.ended')} <span className="soft">({former.length})</span>
                </summary>
                <CaseList cases={former} />
              </details>
            )}
          </Part>
          {waiting.length > 0 && <WaitingRooms />}
        </Column>
        <Column>
          <Agenda />
          <Tools />
        </Column>
      </Columns>
    </DeskFrame>
  );
}
