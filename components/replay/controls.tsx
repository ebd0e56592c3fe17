'use client';

import { useTranslations } from 'use-intl/react';
import { longestWait } from '#lib/dialogue/replay.ts';
import styles from './controls.module.css';
import type { Playback } from './use-playback.ts';

const paths = {
  first: 'M6 5v14M19 6l-9 6 9 6z',
  back: 'M15 5l-7 7 7 7',
  play: 'M8 5l11 7-11 7z',
  rest: 'M8 5v14M16 5v14',
  next: 'M9 5l7 7-7 7',
  last: 'M18 5v14M5 6l9 6-9 6z',
} as const;

/** The ways through the talk, all within reach of one thumb. */
export function Controls({ playback }: { playback: Playback }) {
  const t = useTranslations('replay.controls');
  const { playing, atStart, atEnd, step, toggle } = playback;
  // Not `disabled`, which would drop the focus of whoever steps to an end with the keyboard.
  const button = (name: keyof typeof paths, press: () => void, useless = false) => (
    <button type="button" className={styles.button} aria-disabled={useless} onClick={press}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={paths[name]} />
      </svg>
      {t(name)}
    </button>
  );
  return (
    <div className={styles.controls}>
      <fieldset className={styles.buttons}>
        <legend className="visually-hidden">{t('label')}</legend>
        {button('first', () => step(Number.NEGATIVE_INFINITY), atStart)}
        {button('back', () => step(-1), atStart)}
        {button(playing ? 'rest' : 'play', toggle)}
        {button('next', () => step(1), atEnd)}
        {button('last', () => step(Number.POSITIVE_INFINITY), atEnd)}
      </fieldset>
      {playing && (
        <p className="soft small">{t('pace', { seconds: String(longestWait / 1_000) })}</p>
      )}
    </div>
  );
}
