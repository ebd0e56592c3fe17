'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { stepTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import { VoiceMark } from '../voice-mark.tsx';
import { Appointment } from './appointment.tsx';
import { atHand, justRevealed } from './at-hand.ts';
import { CourseBar } from './course-bar.tsx';
import { floorOf } from './floor.ts';
import { Hand } from './hand.tsx';
import { ModeOffer } from './mode-offer.tsx';
import { Prompt } from './prompt.tsx';
import { Reveal } from './reveal.tsx';
import { SoFar } from './so-far.tsx';
import styles from './turn.module.css';
import { useWakeLock } from './wake-lock.ts';
import { Ways } from './ways.tsx';
import { Writing } from './writing.tsx';

/** A session under way: whose turn it is, what is asked, and the ways on for whoever is asked. */
export function Turn({ session, state }: { session: SessionSnapshot; state: Running }) {
  const t = useTranslations('session.floor');
  const { you, partnerName: name } = useHere();
  const { exercise, lines } = session;
  const step = stepTexts(useExerciseTexts(exercise), state.place.step);
  const [seen, setSeen] = useState(0);
  const spoken = state.mode === 'spoken';
  useWakeLock(spoken);

  const pair = justRevealed(state, lines);
  const newest = pair.at(-1)?.seq ?? 0;
  if (newest > seen) return <Reveal pair={pair} onRead={() => setSeen(newest)} />;

  const { turn, holder } = floorOf(exercise, state, you);
  const asked = turn === 'yours' || turn === 'both';
  const prompt = asked ? (spoken ? step.spoken : step.acting) : step.waiting;
  const key = `${state.place.leg} ${state.place.step} ${turn}`;
  return (
    <>
      <CourseBar exercise={exercise} state={state} />
      <ModeOffer session={session} state={state} />
      {state.postponedTo !== null && <Appointment until={state.postponedTo} asked={asked} />}
      <section key={key} className={`${styles.turn} ${spoken ? styles.spoken : ''}`}>
        <p className={styles.floor}>
          {holder && <VoiceMark seat={holder} />}
          {t(turn === 'waiting' ? 'answered' : turn, { name })}
        </p>
        <Prompt asked={asked}>{withPartner(prompt, name)}</Prompt>
        {!spoken && <Hand hand={atHand(exercise, state, lines, you)} />}
        {asked ? <Ways session={session} state={state} /> : <Writing />}
      </section>
      <SoFar session={session} />
    </>
  );
}
