'use client';

import { useTranslations } from 'use-intl/react';
import { courseOf, legAt, speakerIn } from '#lib/dialogue/course.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { type Floor, floorOf } from '#lib/dialogue/floor.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { stretchAt, stretchesOf } from '#lib/dialogue/stretches.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import { VoiceMark } from '../voice-mark.tsx';
import styles from './course-bar.module.css';

interface Props {
  exercise: ExerciseDefinition;
  state: Pick<Running, 'place' | 'opener' | 'answered'>;
  /** While no turn is on the screen: whose it will be is told here then. */
  ahead?: boolean;
}

/** How far the exercise is: every phase at its place, both halves, and what comes next. */
export function CourseBar({ exercise, state, ahead = false }: Props) {
  const t = useTranslations('session.course');
  const { you, partnerName: name } = useHere();
  const texts = useExerciseTexts();
  const course = courseOf(exercise);
  const at = state.place.leg;
  const stretches = stretchesOf(exercise, state.opener);
  const stretch = stretchAt(stretches, at);
  // Where the two take turns often there is no room for a name under each.
  const named = stretches.filter(({ half }) => half > 0).length <= 2;
  const nextLeg = course[at + 1];
  const teller = (speaker: typeof you) =>
    speaker === you ? t('youTell') : t('theyTell', { name });
  const phase = phaseTexts(texts, legAt(course, state.place).phase.id).name;
  const next = nextLeg && phaseTexts(texts, nextLeg.phase.id).name;
  return (
    <section aria-label={t('label')} className={styles.course}>
      <div aria-hidden="true" className={styles.track}>
        {stretches.map(({ from, half, legs, speaker }) => (
          <div key={from} className={styles.stretch} style={{ flexGrow: legs.length }}>
            <div className={`${styles.legs} ${half ? `voice-${speaker}` : ''}`}>
              {legs.map((leg, index) => (
                <span key={leg.phase.id} className={styles[pace(from + index, at)]} />
              ))}
            </div>
            {half > 0 && named && <span className={styles.name}>{teller(speaker)}</span>}
          </div>
        ))}
      </div>
      <p className="small">
        <span>
          {stretch && stretch.half > 0 && (
            <span className={named ? 'visually-hidden' : 'soft'}>
              {teller(speakerIn(legAt(course, state.place), state.opener))},{' '}
            </span>
          )}
          <strong>{phase}</strong>
          <span className="visually-hidden">
            , {t('position', { index: String(at + 1), total: String(course.length) })}.
          </span>
        </span>{' '}
        <span className="soft">{next ? t('next', { phase: next }) : t('last')}</span>
      </p>
      {ahead && <Ahead floor={floorOf(exercise, state, you)} />}
    </section>
  );
}

function Ahead({ floor: { holder, turn } }: { floor: Floor }) {
  const t = useTranslations('session.ahead');
  const { partnerName: name } = useHere();
  return (
    <p className={`small ${styles.ahead} ${holder ? `voice-${holder}` : ''}`}>
      {holder && <VoiceMark seat={holder} />}
      <span>{t(turn, { name })}</span>
    </p>
  );
}

function pace(leg: number, at: number): 'done' | 'now' | 'later' {
  return leg < at ? 'done' : leg === at ? 'now' : 'later';
}
