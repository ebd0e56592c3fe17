'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Act } from '#lib/dialogue/act.ts';
import { longestPostponement, wordsFor } from '#lib/dialogue/decide.ts';
import { actsOf } from '#lib/dialogue/legal.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Running } from '#lib/dialogue/state.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { wayTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import { MomentChoice } from '../hold/moment-choice.tsx';
import { Composer } from './composer.tsx';
import { Rating } from './rating.tsx';
import { Unsent } from './unsent.tsx';
import { useDraft } from './use-draft.ts';
import { WayChoice } from './way-choice.tsx';
import styles from './ways.module.css';

/** The ways on from a step for whoever is asked: one thing at a time, words where words belong. */
export function Ways({ session, state }: { session: SessionSnapshot; state: Running }) {
  const t = useTranslations('session');
  const { room, you, partnerName } = useHere();
  const { exercise, pending } = session;
  const { step } = state.place;
  const texts = useExerciseTexts(exercise);
  const draft = useDraft(room, step);
  const [chosen, setChosen] = useState<Act | 'none' | 'default'>('default');
  const [sealing, setSealing] = useState(false);
  const [tooLong, setTooLong] = useState(false);

  const acts = actsOf(exercise, state, you);
  const written = acts.filter((act) => wordsFor(act, state.mode) === 'text');
  const onlyWritten = written.length === acts.length;
  const busy = sealing || pending !== null;
  const open = chosen === 'default' && (onlyWritten || draft.restored) ? written[0] : chosen;

  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed may be gone; the focus then goes on in what took its place.
  useEffect(() => {
    const lost = document.activeElement === document.body;
    if (chosen !== 'default' && lost) place.current?.focus();
  }, [chosen]);

  const hand = async (move: Move, words: Words | null) => {
    setSealing(true);
    setTooLong((await room.submit(move, words)) === 'too-long');
    setSealing(false);
  };
  const choose = (act: Act) => {
    if (act !== 'postpone' && wordsFor(act, state.mode) === 'none')
      return hand({ type: act }, null);
    setChosen(act);
  };
  const labelOf = (act: Act): string => {
    const { label, aloud } = wayTexts(texts, step, act);
    return withPartner((state.mode === 'spoken' && aloud) || label, partnerName);
  };
  const back = (
    <button type="button" className="button button-quiet" onClick={() => setChosen('none')}>
      {t('ways.back')}
    </button>
  );

  if (pending?.trouble && pending.words) return <Unsent words={pending.words} />;
  if (!open || open === 'none' || open === 'default') {
    if (acts.includes('rate')) {
      const { scale } = wayTexts(texts, step, 'rate');
      const rate = (rating: number) => void hand({ type: 'rate' }, { kind: 'rating', rating });
      return <Rating scale={scale} busy={busy} onRate={rate} />;
    }
    return (
      <div ref={place} tabIndex={-1} className={`${styles.ways} ${styles[state.mode]}`}>
        {acts.map((act, index) => (
          <button
            key={act}
            type="button"
            className={`button button-wide ${index === 0 ? 'button-primary' : ''}`}
            disabled={busy}
            onClick={() => void choose(act)}
          >
            {labelOf(act)}
          </button>
        ))}
      </div>
    );
  }
  if (open === 'postpone') {
    return (
      <div ref={place} tabIndex={-1} className={styles.ways}>
        <h2>{t('appointment.another')}</h2>
        <MomentChoice
          shortest={0}
          longest={longestPostponement}
          onChoose={(until) => {
            setChosen('none');
            void hand({ type: 'postpone', until }, null);
          }}
        />
        {back}
      </div>
    );
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.ways}>
      {onlyWritten && acts.length > 1 && (
        <WayChoice acts={acts} chosen={open} labelOf={labelOf} onChoose={setChosen} />
      )}
      <Composer
        texts={wayTexts(texts, step, open)}
        draft={draft}
        busy={busy}
        tooLong={tooLong}
        label={acts.length === 1 ? labelOf(open) : t('ways.say', { name: partnerName })}
        opened={chosen === open && !onlyWritten}
        onSend={(text) => hand({ type: open }, { kind: 'text', text })}
      />
      {!onlyWritten && back}
    </div>
  );
}
