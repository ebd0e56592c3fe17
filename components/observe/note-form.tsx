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
    <div className={styles.part}>
      <label htmlFor={id} className="small">
        {t('label')}
      </label>
      <textarea
        id={id}
        rows={3}
        className={`input ${styles.note}`}
        value={draft?.text ?? ''}
        onChange={(event) => write(event.target.value, anchor)}
        aria-describedby={`${id}-about`}
      />
      <p id={`${id}-about`} className="small soft">
        {phase && `${t('anchor', { moment: phase })} `}
        {t('about')}
      </p>
      <Button off={keeping === 'saving' || !draft} onPress={() => void save()}>
        {t(keeping === 'saving' ? 'saving' : 'save')}
      </Button>
      <p role="status" className={styles.told}>
        {keeping === 'resting' ? draft && t('draft') : keeping !== 'saving' && t(keeping)}{' '}
        {keeping === 'locked' && (
          <a href="/desk" target="_blank" rel="noreferrer">
            {t('unlock')}
          </a>
        )}
      </p>
    </div>
  );
}
