'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import { nameIn } from '#lib/exercises/catalogue.ts';
import type { Homework } from '#lib/observation.ts';
import { AskTwice } from '../ask-twice.tsx';
import { useDeskHere } from '../desk-here.tsx';
import type { CaseHere } from '../spread.ts';
import type { DeskWork } from '../use-desk-work.ts';
import styles from './homework.module.css';
import { useLine } from './use-line.ts';

interface Props {
  given: Homework;
  one: CaseHere;
  work: DeskWork;
}

/** One thing she gave: with what words, what became of it, and taking it back. */
export function HomeworkRow({ given, one, work }: Props) {
  const t = useTranslations('desk.homework');
  const { catalogue, change } = useDeskHere();
  const line = useLine(given, one);
  const { id, exercise, givenAt, shared } = given;
  const name = nameIn(catalogue, exercise) ?? t('unnamed');
  const done = shared.a && shared.b;
  const stands = done ? 'done' : given.declinedAt !== null ? 'declined' : 'waiting';
  const open = stands === 'waiting';
  return (
    <li className={styles.given}>
      <p className={styles.head}>
        <strong>{name}</strong>
        <span className={`small ${styles.stands} ${styles[stands] ?? ''}`}>{t(stands)}</span>
      </p>
      {line === 'unreadable' && <p className="soft small">{t('unreadable')}</p>}
      {line && line !== 'unreadable' && <p className={`said ${styles.line}`}>{line.text}</p>}
      <div className={styles.foot}>
        <span className="soft small">
          {t.rich('on', { when: () => <Moment at={givenAt} form="date" /> })}
        </span>
        <AskTwice
          label={t(open ? 'take' : 'clear')}
          about={t(open ? 'takeThis' : 'clearThis', { name })}
          sure={t(open ? 'sure' : 'clearSure')}
          off={work.busy}
          onSure={() =>
            void work.run(
              () => change({ change: 'take-homework', id }),
              t(open ? 'taken' : 'cleared'),
            )
          }
        />
      </div>
    </li>
  );
}
