'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import styles from './options.module.css';

interface Props {
  privately: boolean;
  onChoose(privately: boolean): void;
}

/** Whether a cue may also be for one of the two alone. */
export function CueChoice({ privately, onChoose }: Props) {
  const t = useTranslations('observing.choice');
  const group = useId();
  const option = (value: boolean) => (
    <label className={styles.option}>
      <input
        type="radio"
        name={group}
        checked={privately === value}
        onChange={() => onChoose(value)}
      />
      <span>{t(value ? 'alone' : 'together')}</span>
    </label>
  );
  return (
    <fieldset className={styles.options} aria-describedby={`${group}-about`}>
      <legend>{t('privately')}</legend>
      {option(false)}
      {option(true)}
      <p id={`${group}-about`} className="small soft">
        {t('privatelyAbout')}
      </p>
    </fieldset>
  );
}
