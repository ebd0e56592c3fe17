'use client';

import { useTranslations } from 'use-intl/react';
import type { CaseId } from '#lib/observation.ts';
import styles from './cues.module.css';
import { NoteForm } from './note-form.tsx';
import { useNote } from './use-note.ts';

/** What she wrote and did not keep yet; nothing when there is nothing. It stands here until she keeps it. */
export function UnsavedNote({ caseId }: { caseId: CaseId }) {
  const t = useTranslations('observe.over');
  const note = useNote(caseId);
  const { draft, keeping } = note;
  if (!draft && keeping === 'resting') return null;
  const anchor = { observation: null, seq: null, phase: null, at: Date.now() };
  return (
    <section aria-labelledby="unsaved" className="card stack">
      <p id="unsaved">{t('draft')}</p>
      <div className={styles.part}>
        <NoteForm note={note} anchor={anchor} />
      </div>
    </section>
  );
}
