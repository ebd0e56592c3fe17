'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import { upcoming } from '../appointments/upcoming.ts';
import { useDeskHere } from '../desk-here.tsx';
import { Part } from '../part.tsx';
import { useCaseName } from '../use-case-name.ts';
import { addressOf } from '../use-place.ts';
import styles from './overview.module.css';

/** As many as one looks ahead at once. */
const ahead = 5;

/** The appointments that come next, of all couples together. */
export function Agenda() {
  const t = useTranslations('desk.agenda');
  const minutes = useTranslations('desk.appointments');
  const { cases } = useDeskHere();
  const nameOf = useCaseName();
  const byCase = new Map(cases.map((one) => [one.id, one]));
  const all = cases.flatMap(({ kept }) => kept?.appointments ?? []);
  const next = upcoming(all, Date.now()).slice(0, ahead);
  return (
    <Part title={t('heading')}>
      {next.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <ol className={styles.agenda}>
          {next.map(({ id, caseId, at, minutes: long }) => {
            const one = byCase.get(caseId);
            return (
              <li key={id}>
                <Moment at={at} form="full" />
                <span>
                  {one && <a href={addressOf({ at: 'case', caseId })}>{nameOf(one)}</a>}{' '}
                  <span className="soft small">
                    {minutes('duration', { minutes: String(long) })}
                  </span>
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </Part>
  );
}
