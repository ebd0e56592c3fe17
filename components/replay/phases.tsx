'use client';

import { useTranslations } from 'use-intl/react';
import { VoiceMark } from '#components/room/voice-mark.tsx';
import { stretchesOf } from '#lib/dialogue/stretches.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import styles from './phases.module.css';
import { useReplaying } from './replaying.tsx';

interface Props {
  /** The leg that is shown now. */
  current: number;
  /** The scene at which each leg that was reached begins. */
  beginnings: ReadonlyMap<number, number>;
  onChoose(scene: number): void;
}

/** Every phase of the exercise, both halves, to jump to; also those that were never reached. */
export function Phases({ current, beginnings, onChoose }: Props) {
  const t = useTranslations('replay.phases');
  const { recording, texts, nameOf } = useReplaying();
  const { exercise, state } = recording;
  return (
    <details className={styles.phases}>
      <summary>{t('heading')}</summary>
      {stretchesOf(exercise, state.opener).map(({ from, half, legs, speaker }) => {
        const teller = half > 0 ? speaker : null;
        return (
          <section key={from} className={teller ? `voice-${teller}` : ''}>
            {teller && (
              <h2 className={styles.teller}>
                <VoiceMark seat={teller} /> {t('tells', { name: nameOf(teller) })}
              </h2>
            )}
            <ol className={styles.list}>
              {legs.map(({ phase }, index) => {
                const begins = beginnings.get(from + index);
                const { name } = phaseTexts(texts, phase.id);
                return (
                  <li key={phase.id}>
                    {begins === undefined ? (
                      <p className={`soft ${styles.unreached}`}>
                        {name} <span className="small">({t('unreached')})</span>
                      </p>
                    ) : (
                      <button
                        type="button"
                        className={styles.phase}
                        aria-current={from + index === current ? 'step' : undefined}
                        onClick={() => onChoose(begins)}
                      >
                        {name}
                      </button>
                    )}
                  </li>
                );
              })}
            </ol>
          </section>
        );
      })}
    </details>
  );
}
