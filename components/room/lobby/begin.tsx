'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Mode } from '#lib/dialogue/mode.ts';
import type { Card } from '#lib/exercises/catalogue.ts';
import type { Refusal } from '#lib/protocol.ts';
import { useHere } from '../here.tsx';
import styles from './begin.module.css';

/** Puts an exercise forward to the other, in writing or aloud. */
export function Begin({ card }: { card: Card }) {
  const t = useTranslations('room.begin');
  const reason = useTranslations('refusal');
  const { room, partnerName: name } = useHere();
  const [mode, setMode] = useState<Mode>('written');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Refusal | 'no-answer' | null>(null);
  const group = useId();

  const begin = async () => {
    setBusy(true);
    const { id, version } = card;
    setTrouble(await room.propose({ id, version }, mode));
    setBusy(false);
  };
  return (
    <section className={`card ${styles.begin}`}>
      <h2>{card.name}</h2>
      <p>{card.purpose}</p>
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
          {t('propose', { name })}
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
