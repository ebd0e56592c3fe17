'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { Mode } from '#lib/dialogue/mode.ts';
import styles from './mode-choice.module.css';

interface Props {
  mode: Mode;
  onChange(mode: Mode): void;
}

/** In writing, or aloud. */
export function ModeChoice({ mode, onChange }: Props) {
  const t = useTranslations('library.detail');
  const group = useId();
  return (
    <fieldset className={styles.modes}>
      <legend className="label">{t('how')}</legend>
      {Mode.options.map((option) => (
        <label key={option} className={styles.mode}>
          <input
            type="radio"
            name={group}
            value={option}
            checked={mode === option}
            aria-labelledby={`${group}-${option}`}
            aria-describedby={`${group}-${option}-about`}
            onChange={() => onChange(option)}
          />
          <span>
            <strong id={`${group}-${option}`}>{t(option)}</strong>
            <span id={`${group}-${option}-about`} className="small soft">
              {t(`${option}About`)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
