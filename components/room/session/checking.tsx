'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import type { RoomActions } from '#lib/client/room-client.ts';
import type { WayTexts } from '#lib/exercises/exercise-file.ts';
import styles from './checking.module.css';
import { Rating } from './rating.tsx';
import { useKeptRatings } from './use-kept-ratings.ts';

interface Props {
  room: RoomActions;
  step: string;
  /** What each number is asked for. */
  questions: readonly string[];
  scale: WayTexts['scale'];
  busy: boolean;
  onCheck(ratings: readonly number[]): void;
}

/** Several hidden answers from 0 to 10, asked one at a time and handed in together. */
export function Checking({ room, step, questions, scale, busy, onCheck }: Props) {
  const t = useTranslations('session.rating');
  const { ratings, at, keep } = useKeptRatings(room, step, questions.length);
  const question = useId();
  const last = at === questions.length - 1;
  const answer = (rating: number) => {
    const answered = [...ratings.slice(0, at), rating, ...ratings.slice(at + 1)];
    keep(answered, last ? at : at + 1);
    if (last) onCheck(answered);
  };
  return (
    <section className="stack" aria-label={t('question', place())}>
      <p className="small soft" role="status">
        {t('question', place())}
      </p>
      <h2 id={question} className={styles.question}>
        {questions[at]}
      </h2>
      <Rating
        key={`${at} ${ratings.length}`}
        labelledBy={question}
        before={ratings[at] ?? null}
        scale={scale}
        busy={busy}
        label={t(last ? 'done' : 'nextQuestion')}
        onRate={answer}
      />
      {at > 0 && (
        <button type="button" className="button button-quiet" onClick={() => keep(ratings, at - 1)}>
          {t('formerQuestion')}
        </button>
      )}
    </section>
  );

  function place() {
    return { index: String(at + 1), total: String(questions.length) };
  }
}
