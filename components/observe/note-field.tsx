'use client';

import { useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import { courseOf, legAt } from '#lib/dialogue/course.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import styles from './cues.module.css';
import { NoteForm } from './note-form.tsx';
import { useNote } from './use-note.ts';
import { useWatching } from './watching.tsx';

/** A note beside the talk, about the moment at which she begins to write it. */
export function NoteField({ session }: { session: ObservedSession | null }) {
  const t = useTranslations('observe.note');
  const { caseId, view } = useWatching();
  const language = useLanguage();
  const note = useNote(caseId);
  const place = session && legAt(courseOf(session.exercise), session.state.place);
  const anchor = {
    observation: view.observation,
    seq: session?.seq ?? null,
    phase: (session && place && phaseTexts(session.texts[language], place.phase.id).name) ?? null,
    at: session?.state.at ?? Date.now(),
  };
  return (
    <section aria-labelledby="note" className={styles.part}>
      <h2 id="note">{t('heading')}</h2>
      <NoteForm note={note} anchor={anchor} />
    </section>
  );
}
