'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import styles from './cues.module.css';
import type { Anchor, useNote } from './use-note.ts';

interface Props {
  note: ReturnType<typeof useNote>;
  /** What a note that is begun now is about. */
  anchor: Anchor;
}

/** Where she writes for herself, and keeps it. */
export function NoteForm({ note: { draft, keeping, write, save }, anchor }: Props) {
  const t = useTranslations('observe.note');
  const id = useId();
  const phase = (draft ?? anchor).phase;
  return (
    <div className={styles.write}>
      <label htmlFor={id} className="small soft">
        {phase && `${t('anchor', { moment: phase })} `}
        {t('label')}
      </label>
      <textarea
        id={id}
        rows={2}
        className={`input small ${styles.area}`}
        value={draft?.text ?? ''}
        onChange={(event) => write(event.target.value, anchor)}
        aria-describedby={`${id}-about`}
      />
      <Button off={keeping === 'saving' || !draft} onPress={() => void save()}>
        {t(keeping === 'saving' ? 'saving' : 'save')}
      </Button>
      <p id={`${id}-about`} role="status" className={`soft ${styles.told}`}>
        {keeping === 'resting' || keeping === 'saving' ? t(draft ? 'draft' : 'about') : t(keeping)}{' '}
        {keeping === 'locked' && (
          <a href="/desk" target="_blank" rel="noreferrer">
            {t('unlock')}
          </a>
        )}
      </p>
    </div>
  );
}
