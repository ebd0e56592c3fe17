'use client';

import { useTranslations } from 'use-intl/react';
import { courseOf, stepOfLine } from '#lib/dialogue/course.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { scaleTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import { VoiceMark } from '../voice-mark.tsx';
import type { SaidLine } from './at-hand.ts';
import { Prompt } from './prompt.tsx';
import { Ratings } from './ratings.tsx';
import styles from './reveal.module.css';
import { SaidWords } from './said-words.tsx';

interface Props {
  exercise: ExerciseDefinition;
  pair: readonly SaidLine[];
  onRead(): void;
}

/** Both hidden answers, shown once and side by side, without comparing them. */
export function Reveal({ exercise, pair, onRead }: Props) {
  const t = useTranslations('session.rating');
  const { you, partnerName: name } = useHere();
  const texts = useExerciseTexts();
  const step = pair[0] && stepOfLine(courseOf(exercise), pair[0]);
  const contentOf = (seat: (typeof seats)[number]) =>
    pair.find((line) => line.by === seat)?.content;
  const who = (seat: (typeof seats)[number]) => (
    <span className={`${styles.who} voice-${seat}`}>
      <VoiceMark seat={seat} /> {seat === you ? t('you') : name}
    </span>
  );
  const columns = seats.map((seat) => {
    const content = contentOf(seat);
    return { by: who(seat), ratings: content?.kind === 'ratings' ? content.ratings : [] };
  });
  const tense = step?.distress === true;
  const numbers = pair.some(
    ({ content }) => content.kind === 'rating' || content.kind === 'ratings',
  );
  return (
    <section className={styles.reveal}>
      <Prompt asked>{t(tense ? 'revealed' : 'answers')}</Prompt>
      {step?.scales ? (
        <Ratings
          scales={scaleTexts(texts, step).map((scale) => withPartner(scale, t('other')))}
          columns={columns}
        />
      ) : (
        <dl className={styles.pair}>
          {seats.map((seat) => {
            const content = contentOf(seat);
            return (
              <div key={seat} className={`${styles.one} voice-${seat}`}>
                <dt>{who(seat)}</dt>
                {content?.kind === 'rating' ? (
                  <dd className={styles.number}>{content.rating}</dd>
                ) : (
                  <dd>{content && <SaidWords content={content} />}</dd>
                )}
              </div>
            );
          })}
        </dl>
      )}
      {numbers && <p>{t('revealedAbout')}</p>}
      <button type="button" className="button button-primary button-wide" onClick={onRead}>
        {t('goOn')}
      </button>
    </section>
  );
}
