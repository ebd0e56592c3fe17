'use client';

import { useTranslations } from 'use-intl/react';
import type { Words } from '#lib/dialogue/words.ts';
import styles from './hand.module.css';
import { SaidWords } from './said-words.tsx';

/** Your words while the server has not answered: still here, and still being tried. */
export function Unsent({ words, scales }: { words: Words; scales: readonly string[] }) {
  const t = useTranslations('session');
  return (
    <article aria-label={t('hand.yours')} className={styles.said}>
      <SaidWords content={words} scales={scales} />
      <p role="status" className={styles.unsent}>
        {t('trouble.unsent')}
      </p>
    </article>
  );
}
