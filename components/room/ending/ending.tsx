'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import { keepLastWord } from '#lib/client/last-word.ts';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { courseOf, legAt } from '#lib/dialogue/course.ts';
import type { Ended } from '#lib/dialogue/state.ts';
import { stoppedHalfway } from '#lib/dialogue/stopped-halfway.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import { Prompt } from '../session/prompt.tsx';
import { SoFar } from '../session/so-far.tsx';
import { Destroy } from './destroy.tsx';
import styles from './ending.module.css';
import { Keep } from './keep.tsx';

interface Props {
  session: SessionSnapshot;
  state: Ended;
  onDismiss(): void;
}

/** After the last step, or after a stop: how it ended, and what becomes of the words. */
export function Ending({ session, state, onDismiss }: Props) {
  const t = useTranslations('ending');
  const { you, partnerName: name, roomId } = useHere();
  const { exercise, sessionId } = session;
  const { head } = state;
  const texts = useExerciseTexts();
  const phase = phaseTexts(texts, legAt(courseOf(exercise), state.place).phase.id).name;
  const missed = stoppedHalfway(exercise, state);
  const completed = state.how === 'completed';
  useEffect(() => {
    void keepLastWord(browserSafe(), { roomId, sessionId, head });
  }, [roomId, sessionId, head]);
  return (
    <section className={styles.ending}>
      <div className="stack">
        <Prompt asked>{t(completed ? 'completed' : 'stopped')}</Prompt>
        <p>{completed ? t('completedAbout') : t('stoppedAbout', { phase })}</p>
        {missed && <p>{missed === you ? t('halfYou') : t('halfThey', { name })}</p>}
      </div>
      <Keep session={session} state={state} />
      {state.words !== 'gone' && <SoFar session={session} />}
      {state.words === 'kept' && <Destroy session={session} />}
      <button
        type="button"
        className={`button button-wide ${state.words === 'gone' ? 'button-primary' : ''}`}
        onClick={onDismiss}
      >
        {t('lobby')}
      </button>
    </section>
  );
}
