'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { keyOf } from '#lib/exercises/key.ts';
import { Answer } from './answer.tsx';
import { Background, Essentials } from './explained.tsx';
import { Facts } from './facts.tsx';
import { Propose } from './propose.tsx';
import { type Fetched, useExercise } from './use-exercise.ts';

interface Props {
  exercise: ExerciseRef;
  onClose(): void;
}

/** All there is to know of one exercise, and what can be done with it now. */
export function Detail({ exercise, onClose }: Props) {
  const t = useTranslations('library.detail');
  const { catalogue } = useHere();
  const { fetched, retry } = useExercise(exercise);
  const card = catalogue.offered.find((offered) => keyOf(offered) === keyOf(exercise));
  const there = fetched.kind === 'there' ? fetched.exercise : null;
  return (
    <div className="stack">
      {card && (
        <>
          <p>{card.purpose}</p>
          <Facts card={card} />
        </>
      )}
      {there && <Essentials exercise={there} />}
      <Awaited fetched={fetched} onRetry={retry} />
      {fetched.kind !== 'gone' && <Choice exercise={exercise} onClose={onClose} />}
      {there && <Background exercise={there} />}
      {card && (
        <a className="button button-quiet" href={`/exercises/${card.id}`}>
          {t('print')}
        </a>
      )}
    </div>
  );
}

function Awaited({ fetched, onRetry }: { fetched: Fetched; onRetry(): void }) {
  const t = useTranslations('library.detail');
  const common = useTranslations('common');
  const refusal = useTranslations('refusal');
  return (
    <>
      <div role="status">
        {fetched.kind === 'reading' && <p className="soft">{t('loading')}</p>}
        {fetched.kind === 'trouble' && <p>{t('trouble')}</p>}
        {fetched.kind === 'gone' && <p className="alert">{refusal('unknown-exercise')}</p>}
      </div>
      {fetched.kind === 'trouble' && (
        <button type="button" className="button" onClick={onRetry}>
          {common('retry')}
        </button>
      )}
    </>
  );
}

/** Putting it forward; or answering, when something stands already. */
function Choice({ exercise, onClose }: Props) {
  const t = useTranslations('library.detail');
  const { view, you, partnerName: name } = useHere();
  const { proposal } = view;
  if (!proposal) return <Propose exercise={exercise} />;
  if (proposal.by === you) return null;
  if (keyOf(proposal.exercise) === keyOf(exercise)) return <Answer proposal={proposal} />;
  return (
    <div className="stack">
      <p role="status">{t('standing', { name })}</p>
      <button type="button" className="button button-primary button-wide" onClick={onClose}>
        {t('toProposal')}
      </button>
    </div>
  );
}
