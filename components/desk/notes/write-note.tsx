'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { newDeskItemId } from '#lib/client/desk.ts';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import type { CaseHere } from '../spread.ts';
import type { DeskWork } from '../use-desk-work.ts';
import { NoteField } from './note-field.tsx';
import styles from './notes.module.css';
import type { NotedSession } from './sessions-of.ts';

interface Props {
  one: CaseHere;
  sessions: readonly NotedSession[];
  work: DeskWork;
  onClose(): void;
}

/** Writes a note afterwards, about the last session unless she says otherwise. */
export function WriteNote({ one, sessions, work, onClose }: Props) {
  const t = useTranslations('desk.notes');
  const common = useTranslations('desk');
  const format = useFormatter();
  const { keep } = useDeskHere();
  const about = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // Asked again after no answer, it is the same note.
  const [id] = useState(newDeskItemId);
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const watched = sessions.filter(({ observation }) => observation !== null);
  const [observation, setObservation] = useState(watched[0]?.observation ?? null);
  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setEmpty(text.trim() === '');
    if (text.trim() === '') {
      field.current?.focus();
      return;
    }
    const place = { caseId: one.id, observation, seq: null, phase: null, at: Date.now() };
    const note = { kind: 'note', text, ...place } as const;
    if (await work.run(() => keep(note, id), t('saved'))) onClose();
  };
  return (
    <form className={`card ${styles.form}`} onSubmit={submit} noValidate>
      <NoteField
        ref={field}
        text={text}
        empty={empty}
        onText={(typed) => {
          setText(typed);
          setEmpty(false);
        }}
      />
      {watched.length > 0 && (
        <div className="field">
          <label htmlFor={about}>{t('belongs')}</label>
          <select
            id={about}
            className="input"
            value={observation ?? ''}
            onChange={({ target }) => {
              const chosen = watched.find((session) => session.observation === target.value);
              setObservation(chosen?.observation ?? null);
            }}
          >
            {watched.map((session) => (
              <option key={session.observation} value={session.observation ?? ''}>
                {format.dateTime(session.watchedAt ?? 0, { dateStyle: 'long', timeStyle: 'short' })}
              </option>
            ))}
            <option value="">{t('loose')}</option>
          </select>
        </div>
      )}
      <TroubleOnDesk trouble={work.trouble} />
      <div className="row">
        <button type="submit" className="button button-primary" aria-disabled={work.busy}>
          {t(work.busy ? 'saving' : 'save')}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {common('notNow')}
        </button>
      </div>
    </form>
  );
}
