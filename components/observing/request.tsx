'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { useExerciseTexts } from '#components/room/exercise-texts.ts';
import { useHere } from '#components/room/here.tsx';
import { useMoves } from '#components/room/use-moves.ts';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { courseOf } from '#lib/dialogue/course.ts';
import { actsOf, legalMoves } from '#lib/dialogue/legal.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { wayOn } from '#lib/dialogue/way-on.ts';
import { phaseTexts, wayTexts, withPartner } from '#lib/exercises/texts-of.ts';
import styles from './request.module.css';

/** What whoever watches asked of the two, for as long as it stands. Nothing comes of it but by them. */
export function ObserverRequest({ session }: { session: SessionSnapshot }) {
  const { state } = session;
  if (state.status !== 'running') return null;
  const { request, observer } = state;
  if (!request || !observer) return null;
  const props = { session, state, name: observer.name };
  return request.kind === 'pause' ? <PauseAsked {...props} /> : <PhaseProposed {...props} />;
}

interface Props {
  session: SessionSnapshot;
  state: Running;
  name: string;
}

function PauseAsked({ session, state, name }: Props) {
  const t = useTranslations('observing.request');
  const { submit, busy } = useMoves(session);
  return (
    <section className="card stack">
      <p>{t('pause', { name })}</p>
      <div className={styles.ways}>
        <Button off={busy} onPress={() => void submit({ type: 'pause' })}>
          {t('agree')}
        </Button>
        <Decline session={session} state={state} />
      </div>
    </section>
  );
}

function PhaseProposed({ session, state, name }: Props) {
  const t = useTranslations('observing.request');
  const { you, partnerName: partner } = useHere();
  const { submit, busy } = useMoves(session);
  const texts = useExerciseTexts();
  const { exercise } = session;
  const { leg, step } = state.place;
  const next = courseOf(exercise)[leg + 1];
  const act = wayOn(exercise, state);
  if (!act || act === 'postpone' || !next) return null;
  const phase = phaseTexts(texts, next.phase.id).name;
  if (!actsOf(exercise, state, you).includes(act)) {
    return <p className="card">{t('phaseOther', { name, phase, partner })}</p>;
  }
  const { label, aloud } = wayTexts(texts, step, act);
  return (
    <section className="card stack">
      <p>{t('phase', { name, phase })}</p>
      <div className={styles.ways}>
        <Button off={busy} onPress={() => void submit({ type: act })}>
          {withPartner((state.mode === 'spoken' && aloud) || label, partner)}
        </Button>
        <Decline session={session} state={state} />
      </div>
    </section>
  );
}

function Decline({ session, state }: Omit<Props, 'name'>) {
  const t = useTranslations('observing.request');
  const { you } = useHere();
  const { submit, busy } = useMoves(session);
  if (!legalMoves(session.exercise, state, you).includes('decline-request')) return null;
  return (
    <Button off={busy} onPress={() => void submit({ type: 'decline-request' })}>
      {t('decline')}
    </Button>
  );
}
