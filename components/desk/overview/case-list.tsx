'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import { upcoming } from '../appointments/upcoming.ts';
import type { CaseHere } from '../spread.ts';
import { useCaseName } from '../use-case-name.ts';
import { addressOf } from '../use-place.ts';
import styles from './overview.module.css';

/** Couples in a row: what she calls them, what comes next, and the way to their lobby. */
export function CaseList({ cases }: { cases: readonly CaseHere[] }) {
  const t = useTranslations('desk.cases');
  const nameOf = useCaseName();
  return (
    <ul className={styles.list}>
      {cases.map((one) => (
        <li key={one.id} className={styles.case}>
          <div>
            <a
              className={`${styles.open} ${one.label ? '' : styles.unnamed}`}
              href={addressOf({ at: 'case', caseId: one.id })}
            >
              {nameOf(one)}
            </a>
            <span className="soft small">
              <Stands one={one} />
            </span>
          </div>
          {one.kept?.roomId && (
            <a
              className={`button small ${styles.small}`}
              href={`/observe/${one.kept.roomId}`}
              aria-label={t('lobbyOf', { label: nameOf(one) })}
            >
              {t('lobby')}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The one thing about a couple that matters most now. */
function Stands({ one: { kept } }: { one: CaseHere }) {
  const t = useTranslations('desk.cases');
  if (!kept) return t('gone');
  const { endedAt, since, watched, appointments } = kept;
  if (endedAt !== null) return t.rich('over', { when: () => <Moment at={endedAt} form="date" /> });
  const [next] = upcoming(appointments, Date.now());
  if (next) return t.rich('next', { when: () => <Moment at={next.at} form="full" /> });
  const last = watched[0]?.admittedAt;
  if (last !== undefined)
    return t.rich('watched', { when: () => <Moment at={last} form="date" /> });
  return t.rich('since', { when: () => <Moment at={since} form="date" /> });
}
