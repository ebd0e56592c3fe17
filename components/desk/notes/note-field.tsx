'use client';

import { type Ref, useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { longestNote } from '#lib/vault/desk-item.ts';
import styles from './notes.module.css';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  text: string;
  /** Whether there should have been something in it. */
  empty: boolean;
  onText(text: string): void;
}

/** Where a note is written. */
export function NoteField({ ref, text, empty, onText }: Props) {
  const t = useTranslations('desk.notes');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('label')}</label>
      <textarea
        ref={ref}
        id={id}
        className={`input ${styles.field}`}
        rows={5}
        maxLength={longestNote}
        value={text}
        onChange={({ target }) => onText(target.value)}
        aria-required="true"
        aria-invalid={empty}
        aria-describedby={empty ? `${id}-fault` : undefined}
      />
      {empty && (
        <p id={`${id}-fault`} role="alert" className="alert small">
          {t('empty')}
        </p>
      )}
    </div>
  );
}
