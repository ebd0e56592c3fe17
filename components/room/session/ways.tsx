'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Act } from '#lib/dialogue/act.ts';
import { courseOf, stepAt } from '#lib/dialogue/course.ts';
import { wordsFor } from '#lib/dialogue/decide.ts';
import { actsOf } from '#lib/dialogue/legal.ts';
import type { Move } from '#lib/dialogue/move.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { longestPostponement } from '#lib/dialogue/terms.ts';
import type { Words } from '#lib/dialogue/words.ts';
import { scaleTexts, wayTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useExerciseTexts } from '../exercise-texts.ts';
import { useHere } from '../here.tsx';
import { MomentChoice } from '../hold/moment-choice.tsx';
import { useMoves } from '../use-moves.ts';
import { Checking } from './checking.tsx';
import { Composer } from './composer.tsx';
import { DayChoice } from './day-choice.tsx';
import { Rating } from './rating.tsx';
import { Unsent } from './unsent.tsx';
import { useDraft } from './use-draft.ts';
import styles from './ways.module.css';

/** What somebody chose among the ways: nothing yet, one of them, or to see them all again. */
type Choice = 'none-yet' | { act: Act } | 'all-again';

/** The ways on from a step for whoever is asked: one thing at a time, words where words belong. */
export function Ways({ session, state }: { session: SessionSnapshot; state: Running }) {
  const t = useTranslations('session');
  const { room, you, partnerName } = useHere();
  const { exercise, pending } = session;
  const { step } = state.place;
  const texts = useExerciseTexts();
  const draft = useDraft(room, step);
  const { busy, submit } = useMoves(session);
  const [choice, setChoice] = useState<Choice>('none-yet');
  const [tooLong, setTooLong] = useState(false);

  const acts = actsOf(exercise, state, you);
  const written = acts.filter((act) => wordsFor(act, state.mode) === 'text');
  const chosen = typeof choice === 'object' ? choice.act : null;
  const straightToWords =
    choice === 'none-yet' && written.length === 1 && (acts.length === 1 || draft.restored);
  const onlyDay = acts.length === 1 && acts[0] === 'schedule' ? acts[0] : null;
  const open = straightToWords && !onlyDay ? written[0] : (chosen ?? onlyDay);

  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed may be gone; the focus then goes on in what took its place.
  useEffect(() => {
    const lost = document.activeElement === document.body;
    if (choice !== 'none-yet' && lost) place.current?.focus();
  }, [choice]);

  const hand = async (move: Move, words?: Words) => {
    setTooLong((await submit(move, words)) === 'too-long');
  };
  const choose = (act: Act) => {
    if (act !== 'postpone' && wordsFor(act, state.mode) === 'none') void hand({ type: act });
    else setChoice({ act });
  };
  const labelOf = (act: Act): string => {
    const { label, aloud } = wayTexts(texts, step, act);
    return withPartner((state.mode === 'spoken' && aloud) || label, partnerName);
  };
  const back = (
    <button type="button" className="button button-quiet" onClick={() => setChoice('all-again')}>
      {t('ways.back')}
    </button>
  );

  const scales = scaleTexts(texts, stepAt(courseOf(exercise), state.place)).map((scale) =>
    withPartner(scale, partnerName),
  );
  if (pending?.trouble && pending.words) return <Unsent words={pending.words} scales={scales} />;
  if (!open) {
    if (acts.includes('rate')) {
      const { scale } = wayTexts(texts, step, 'rate');
      const rate = (rating: number) => void hand({ type: 'rate' }, { kind: 'rating', rating });
      return <Rating scale={scale} busy={busy} onRate={rate} />;
    }
    if (acts.includes('check')) {
      const { scale } = wayTexts(texts, step, 'check');
      return (
        <Checking
          room={room}
          step={step}
          questions={scales}
          scale={scale}
          busy={busy}
          onCheck={(ratings) =>
            void hand({ type: 'check' }, { kind: 'ratings', ratings: [...ratings] })
          }
        />
      );
    }
    return (
      <div ref={place} tabIndex={-1} className={`${styles.ways} ${styles[state.mode]}`}>
        {acts.map((act, index) => (
          <Button
            key={act}
            className={`button-wide ${index === 0 ? 'button-primary' : ''}`}
            off={busy}
            onPress={() => choose(act)}
          >
            {labelOf(act)}
          </Button>
        ))}
      </div>
    );
  }
  if (open === 'schedule') {
    return (
      <div ref={place} tabIndex={-1} className={styles.ways}>
        <DayChoice
          busy={busy}
          onChoose={(date) => void hand({ type: 'schedule' }, { kind: 'date', date })}
        />
        {acts.length > 1 && back}
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
            setChoice('all-again');
            void hand({ type: 'postpone', until });
          }}
        />
        {back}
      </div>
    );
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.ways}>
      <Composer
        key={open}
        act={open}
        texts={wayTexts(texts, step, open)}
        draft={draft}
        busy={busy}
        tooLong={tooLong}
        label={labelOf(open)}
        opened={chosen !== null}
        onSend={(text) => hand({ type: open }, { kind: 'text', text })}
      />
      {acts.length > 1 && back}
    </div>
  );
}
