'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Field } from '#components/account/field.tsx';
import { longestCue } from './cue-draft.ts';

interface Props {
  label: string;
  button: string;
  /** What it said before; a new one has nothing. */
  before?: string;
  onDone(text: string): void;
  onCancel?(): void;
}

/** Writes a cue of her own. */
export function OwnCue({ label, button, before = '', onDone, onCancel }: Props) {
  const t = useTranslations('desk.cues');
  const common = useTranslations('desk');
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(before);
  const [wrong, setWrong] = useState(false);
  const editing = onCancel !== undefined;
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const own = text.normalize().trim();
    const fits = own.length > 0 && own.length <= longestCue;
    setWrong(!fits);
    field.current?.focus();
    if (!fits) return;
    setText('');
    onDone(own);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        ref={field}
        label={label}
        hint={t('ownHint')}
        fault={wrong ? t('ownFault') : null}
        value={text}
        autoComplete="off"
        autoCapitalize="sentences"
        onValue={(typed) => {
          setText(typed);
          setWrong(false);
        }}
      />
      <div className="row">
        <button type="submit" className="button">
          {button}
        </button>
        {onCancel && (
          <button type="button" className="button button-quiet" onClick={onCancel}>
            {common('notNow')}
          </button>
        )}
      </div>
    </form>
  );
}
