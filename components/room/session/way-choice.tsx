'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Act } from '#lib/dialogue/act.ts';
import styles from './way-choice.module.css';

interface Props {
  acts: readonly Act[];
  chosen: Act;
  labelOf(act: Act): string;
  onChoose(act: Act): void;
}

/** Chooses between ways that all need words, before the words are said. */
export function WayChoice({ acts, chosen, labelOf, onChoose }: Props) {
  const t = useTranslations('session.ways');
  const group = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{t('choose')}</legend>
      {acts.map((act) => (
        <label key={act} className={styles.way}>
          <input
            type="radio"
            name={group}
            checked={act === chosen}
            onChange={() => onChoose(act)}
          />
          {labelOf(act)}
        </label>
      ))}
    </fieldset>
  );
}
