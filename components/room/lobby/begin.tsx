'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { Mode } from '#lib/dialogue/mode.ts';
import type { Refusal } from '#lib/protocol.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import styles from './begin.module.css';

/** Opens a session of an exercise, in writing or aloud. */
export function Begin({ exercise }: { exercise: ExerciseDefinition }) {
  const t = useTranslations('room.begin');
  const reason = useTranslations('refusal');
  const { room } = useHere();
  const { name, purpose } = useExerciseTexts(exercise);
  const [mode, setMode] = useState<Mode>('written');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Refusal | 'no-answer' | null>(null);
  const group = useId();

  const begin = async () => {
    setBusy(true);
    const { id, version } = exercise;
    setTrouble(await room.openSession({ id, version }, mode));
    setBusy(false);
  };
  return (
    <section className={`card ${styles.begin}`}>
      <h2>{name}</h2>
      <p>{purpose}</p>
      <fieldset className={styles.modes}>
        <legend className="label">{t('how')}</legend>
        {Mode.options.map((option) => (
          <label key={option} className={styles.mode}>
            <input
              type="radio"
              name={group}
              value={option}
              checked={mode === option}
              aria-describedby={group + option}
              aria-label={t(option)}
              onChange={() => setMode(option)}
            />
            <span>
              <strong>{t(option)}</strong>
              <span id={group + option} className="small soft">
                {t(`${option}About`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="small soft">{t('you')}</p>
      <div>
        <button
          type="button"
          className="button button-primary button-wide"
          disabled={busy}
          onClick={() => void begin()}
        >
          {t('start')}
        </button>
        <div role="status">
          {trouble && (
            <p className={`alert ${styles.trouble}`}>
              {trouble === 'no-answer' ? t('noAnswer') : reason(trouble)}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
