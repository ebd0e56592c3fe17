'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CueTo } from '#lib/dialogue/cue.ts';
import { seats } from '#lib/dialogue/seat.ts';
import styles from './cues.module.css';
import { useWatching } from './watching.tsx';

/** Whom her cues are for: a choice only where both allowed that one is for one of them alone. */
export function CueReach({ to, onTo }: { to: CueTo; onTo(to: CueTo): void }) {
  const t = useTranslations('observe.cues');
  const { view, nameOf } = useWatching();
  const group = useId();
  if (!view.privateCues) return <p className="small soft">{t('noPrivate')}</p>;
  return (
    <>
      <fieldset className={styles.to}>
        <legend className="visually-hidden">{t('to')}</legend>
        {(['both', ...seats] as const).map((option) => (
          <label key={option} className="small">
            <input
              type="radio"
              name={group}
              checked={to === option}
              onChange={() => onTo(option)}
            />
            <span>{option === 'both' ? t('both') : nameOf(option)}</span>
          </label>
        ))}
      </fieldset>
      {to !== 'both' && <p className="small soft">{t('privateAbout')}</p>}
    </>
  );
}
