'use client';

import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Floor } from '#lib/dialogue/floor.ts';
import type { Mode } from '#lib/dialogue/mode.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { stepTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import { VoiceMark } from '../voice-mark.tsx';
import { type AtHand, atHand } from './at-hand.ts';
import { Hand } from './hand.tsx';
import { UntouchedProvider } from './hints/untouched.tsx';
import { Prompt } from './prompt.tsx';
import { Shorter } from './shorter.tsx';
import styles from './turn.module.css';
import { Ways } from './ways.tsx';
import { Writing } from './writing.tsx';

/** Aloud, what was said is in the air; only what was chosen on a screen has to be shown. */
function inMode({ kind, lines }: AtHand, mode: Mode): AtHand {
  if (mode === 'written') return { kind, lines };
  return { kind: 'moment', lines: lines.filter(({ content }) => content.kind === 'date') };
}

interface Props {
  session: SessionSnapshot;
  state: Running;
  floor: Floor;
  /** Before an agreed moment nothing is asked yet, though whoever was asked may begin sooner. */
  early: boolean;
}

/** A turn: whose it is, what is asked, and the ways on for whoever is asked. */
export function Turn({ session, state, floor, early }: Props) {
  const t = useTranslations('session.floor');
  const { you, partnerName: name } = useHere();
  const { exercise, lines } = session;
  const step = stepTexts(useExerciseTexts(), state.place.step);
  const { turn, holder } = floor;
  const spoken = state.mode === 'spoken';
  const asked = turn === 'yours' || turn === 'both';
  const hand = holder ? inMode(atHand(exercise, state, lines, you), state.mode) : null;
  const heard = (hand?.lines ?? []).flatMap(({ by, content }) =>
    by !== you && content.kind === 'text' ? [content.text] : [],
  );
  const prompt = asked ? (spoken ? step.spoken : step.acting) : step.waiting;
  return (
    <section className={`${styles.turn} ${spoken ? styles.spoken : ''}`}>
      {!early && (
        <>
          <p className={styles.floor}>
            {holder && <VoiceMark seat={holder} />}
            {t(turn === 'waiting' ? 'answered' : turn, { name })}
          </p>
          <Prompt asked={asked}>{withPartner(prompt, name)}</Prompt>
        </>
      )}
      <UntouchedProvider heard={heard}>
        {hand && <Hand hand={hand} />}
        {asked && floor.speaker === you && <Shorter lines={lines} />}
        {asked && <Ways session={session} state={state} />}
      </UntouchedProvider>
      {!asked && !early && <Writing />}
    </section>
  );
}
