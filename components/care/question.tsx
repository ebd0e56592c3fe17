'use client';

import { useTranslations } from 'use-intl/react';
import { type Answer, type Question as Asked, answers, questions } from '#lib/care/check.ts';
import styles from './check.module.css';
import { CheckScreen } from './check-screen.tsx';

interface Props {
  asked: Asked;
  onAnswer(answer: Answer): void;
  onBack(): void;
  onLeave(): void;
}

/** One question. Buttons, not fields: what was answered is on no screen and in no form afterwards. */
export function Question({ asked, onAnswer, onBack, onLeave }: Props) {
  const t = useTranslations('care');
  const number = `${questions.indexOf(asked) + 1}`;
  const place = t('progress', { number, total: `${questions.length}` });
  return (
    <CheckScreen place={place} title={t(`question.${asked}`)}>
      <div className={styles.choices}>
        {answers.map((answer) => (
          <button
            key={answer}
            type="button"
            className="button"
            // The second half of a double click would answer the next question unread.
            onClick={({ detail }) => detail < 2 && onAnswer(answer)}
          >
            {t(`answer.${answer}`)}
          </button>
        ))}
      </div>
      <div className={styles.ways}>
        <button type="button" className="button button-quiet small" onClick={onBack}>
          {t('back')}
        </button>
        <button type="button" className="button button-quiet small" onClick={onLeave}>
          {t('notNow')}
        </button>
      </div>
    </CheckScreen>
  );
}
