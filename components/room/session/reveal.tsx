'use client';

import { useTranslations } from 'use-intl/react';
import { seats } from '#lib/dialogue/seat.ts';
import { useHere } from '../here.tsx';
import { VoiceMark } from '../voice-mark.tsx';
import type { SaidLine } from './at-hand.ts';
import { Prompt } from './prompt.tsx';
import styles from './reveal.module.css';

/** Both hidden answers, shown once and side by side, without comparing them. */
export function Reveal({ pair, onRead }: { pair: readonly SaidLine[]; onRead(): void }) {
  const t = useTranslations('session.rating');
  const { you, partnerName: name } = useHere();
  return (
    <section className={styles.reveal}>
      <Prompt asked>{t('revealed')}</Prompt>
      <dl className={styles.pair}>
        {seats.map((seat) => {
          const content = pair.find((line) => line.by === seat)?.content;
          return (
            <div key={seat} className={`${styles.one} voice-${seat}`}>
              <dt>
                <VoiceMark seat={seat} /> {seat === you ? t('you') : name}
              </dt>
              <dd>{content?.kind === 'rating' ? content.rating : '·'}</dd>
            </div>
          );
        })}
      </dl>
      <p>{t('revealedAbout')}</p>
      <button type="button" className="button button-primary button-wide" onClick={onRead}>
        {t('goOn')}
      </button>
    </section>
  );
}
