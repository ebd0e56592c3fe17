'use client';

import { useTranslations } from 'use-intl/react';
import type { Bond } from '#lib/exercises/exercise-file.ts';
import styles from './bonds.module.css';

/** What an exercise trains, each with a plain gloss. */
export function Bonds({ trains }: { trains: readonly Bond[] }) {
  const t = useTranslations('library.about.bond');
  return (
    <ul className={styles.bonds}>
      {trains.map((bond) => (
        <li key={bond}>{t.rich(bond, { b: (text) => <strong>{text}</strong> })}</li>
      ))}
    </ul>
  );
}
