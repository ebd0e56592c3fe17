'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import { Part } from '../part.tsx';
import type { CaseHere } from '../spread.ts';
import { useDeskWork } from '../use-desk-work.ts';
import { addressOf } from '../use-place.ts';
import { NoteRow } from './note-row.tsx';
import styles from './notes.module.css';
import { sessionsOf } from './sessions-of.ts';
import { WriteNote } from './write-note.tsx';

/** Everything she wrote about a couple, by session. */
export function Notes({ one }: { one: CaseHere }) {
  const t = useTranslations('desk.notes');
  const work = useDeskWork();
  const opener = useRef<HTMLButtonElement>(null);
  const [writing, setWriting] = useState(false);
  const sessions = sessionsOf(one);
  const close = () => {
    setWriting(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <Part title={t('heading')} about={t('about')} said={work.said}>
      <TroubleOnDesk trouble={writing ? null : work.trouble} />
      {one.notes.length === 0 && !writing && (
        <p className="soft">{t(one.standing === 'open' ? 'none' : 'noneOver')}</p>
      )}
      {writing ? (
        <WriteNote one={one} sessions={sessions} work={work} onClose={close} />
      ) : (
        <div className="row">
          <button ref={opener} type="button" className="button" onClick={() => setWriting(true)}>
            {t('write')}
          </button>
          {one.notes.length > 0 && (
            <a className={styles.along} href={addressOf({ at: 'take', caseId: one.id })}>
              {t('take')}
            </a>
          )}
        </div>
      )}
      {sessions.map(({ observation, watchedAt, notes }) => (
        <section key={observation} className={styles.session}>
          <h3 className={styles.when}>
            {watchedAt === null
              ? t('loose')
              : t.rich('session', { when: () => <Moment at={watchedAt} form="full" /> })}
          </h3>
          {notes.length > 0 && (
            <ul className={styles.list}>
              {notes.map((note) => (
                <NoteRow key={note.id} note={note} watchedAt={watchedAt} work={work} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </Part>
  );
}
