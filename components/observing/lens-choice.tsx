'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { Lens } from '#lib/dialogue/observer.ts';
import styles from './options.module.css';

interface Props {
  /** Whoever would see it. */
  name: string;
  /** How the partner is called, in the middle of a sentence. */
  partner: string;
  lens: Lens;
  onChoose(lens: Lens): void;
}

/** What somebody who watches may see, from least to most, each with what it means in plain words. */
export function LensChoice({ name, partner, lens, onChoose }: Props) {
  const t = useTranslations('observing');
  const group = useId();
  return (
    <fieldset className={styles.options} aria-describedby={`${group}-lesser`}>
      <legend>{t('choice.legend', { name })}</legend>
      {Lens.options.map((option) => (
        <label key={option} className={styles.option}>
          <input
            type="radio"
            name={group}
            checked={lens === option}
            aria-labelledby={`${group}-${option}`}
            aria-describedby={`${group}-${option}-about`}
            onChange={() => onChoose(option)}
          />
          <span>
            <strong id={`${group}-${option}`}>{t(`lens.${option}.label`)}</strong>
            <span id={`${group}-${option}-about`} className="small soft">
              {t(`lens.${option}.about`)}
            </span>
          </span>
        </label>
      ))}
      <p id={`${group}-lesser`} className="small soft">
        {t('choice.lesser', { partner })}
      </p>
    </fieldset>
  );
}
