'use client';

import { useTranslations } from 'use-intl/react';
import styles from './between.module.css';
import { NoteField } from './note-field.tsx';
import { Suggest } from './suggest.tsx';
import { useWatching } from './watching.tsx';

/** While no session runs: she waits, and may put an exercise in front of them. */
export function Between() {
  const t = useTranslations('observe');
  const { view } = useWatching();
  if (view.sessionId !== null) {
    return (
      <p role="status" className="soft">
        {t('live.connecting')}
      </p>
    );
  }
  return (
    <div className={styles.between}>
      <section className="stack" aria-labelledby="between">
        <h2 id="between">{t('between.heading')}</h2>
        <p>{t('between.text')}</p>
        <p className="soft">{t('between.once')}</p>
        <Suggest />
      </section>
      <NoteField session={null} />
    </div>
  );
}
