'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { courseOf } from '#lib/dialogue/course.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { Mode } from '#lib/dialogue/mode.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import type { Refusal } from '#lib/protocol.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import styles from './begin.module.css';

/** Opens a session of an exercise, in writing or aloud. */
export function Begin({ exercise }: { exercise: ExerciseDefinition }) {
  const t = useTranslations('room.begin');
  const reason = useTranslations('refusal');
  const { room } = useHere();
  const texts = useExerciseTexts(exercise);
  const [mode, setMode] = useState<Mode>('written');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Refusal | 'no-answer' | null>(null);
  const group = useId();
  const phases = new Set(courseOf(exercise).map(({ phase }) => phase.id));

  const begin = async () => {
    setBusy(true);
    const { id, version } = exercise;
    setTrouble(await room.openSession({ id, version }, mode));
    setBusy(false);
  };
  return (
    <section className={`card ${styles.begin}`}>
      <h2>{texts.name}</h2>
      <p>{texts.purpose}</p>
      <details className={styles.course}>
        <summary>{t('course')}</summary>
        <ol>
          {[...phases].map((id) => {
            const { name, about } = phaseTexts(texts, id);
            return (
              <li key={id}>
                <strong>{name}</strong> <span className="small soft">{about}</span>
              </li>
            );
          })}
        </ol>
      </details>
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
              onChange={() => setMode(option)}
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
      <p className="small soft">{t('you')}</p>
      <div>
        <Button className="button-primary button-wide" off={busy} onPress={() => void begin()}>
          {t('start')}
        </Button>
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
