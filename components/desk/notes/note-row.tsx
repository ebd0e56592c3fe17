'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { Opened } from '#lib/client/desk.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { Note } from '#lib/vault/desk-item.ts';
import { AskTwice } from '../ask-twice.tsx';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import type { DeskWork } from '../use-desk-work.ts';
import { NoteField } from './note-field.tsx';
import styles from './notes.module.css';

interface Props {
  note: Opened<Note>;
  /** When the session began that it is about; null for none. */
  watchedAt: Time | null;
  work: DeskWork;
}

/** What was written this soon after a session began, in milliseconds, needs no date beside that of the session. */
const soon = 12 * 3_600_000;

/** One note, to read, to edit and to delete. */
export function NoteRow({ note, watchedAt, work }: Props) {
  const t = useTranslations('desk.notes');
  const common = useTranslations('desk');
  const format = useFormatter();
  const { keep, change } = useDeskHere();
  const opener = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  const { id, changedAt: _, ...content } = note;
  const atOnce = watchedAt !== null && note.at - watchedAt < soon;
  const when = format.dateTime(note.at, { dateStyle: 'long', timeStyle: 'short' });

  const close = () => {
    setTyped(null);
    setEmpty(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const text = typed ?? '';
    setEmpty(text.trim() === '');
    if (text.trim() === '') {
      field.current?.focus();
      return;
    }
    if (await work.run(() => keep({ ...content, text }, id), t('saved'))) close();
  };
  if (typed !== null) {
    return (
      <li>
        <form className={`card ${styles.form}`} onSubmit={submit} noValidate>
          <NoteField
            ref={field}
            text={typed}
            empty={empty}
            onText={(text) => {
              setTyped(text);
              setEmpty(false);
            }}
          />
          <TroubleOnDesk trouble={work.trouble} />
          <div className="row">
            <button type="submit" className="button button-primary" aria-disabled={work.busy}>
              {t(work.busy ? 'saving' : 'save')}
            </button>
            <button type="button" className="button button-quiet" onClick={close}>
              {common('notNow')}
            </button>
          </div>
        </form>
      </li>
    );
  }
  return (
    <li className={styles.note}>
      <p className="soft small">
        <Moment at={note.at} form={atOnce ? 'time' : 'full'} />
        {note.phase && <>, {note.phase}</>}
      </p>
      <p className={`said ${styles.text}`}>{note.text}</p>
      <div className={styles.foot}>
        <button
          ref={opener}
          type="button"
          className={`button button-quiet small ${styles.small}`}
          aria-label={t('editThis', { when })}
          onClick={() => {
            setTyped(note.text);
            requestAnimationFrame(() => field.current?.focus());
          }}
        >
          {t('edit')}
        </button>
        <AskTwice
          label={t('remove')}
          about={t('removeThis', { when })}
          sure={t('sure')}
          off={work.busy}
          onSure={() => void work.run(() => change({ change: 'drop', id }), t('removed'))}
        />
      </div>
    </li>
  );
}
