'use client';

import { useTranslations } from 'use-intl/react';
import { legalMoves } from '#lib/dialogue/legal.ts';
import { useReplaying } from '../replaying.tsx';
import { Confirm } from './confirm.tsx';
import { KeepQuestion } from './keep-question.tsx';

/** What the two of you can still decide about the words of this talk. */
export function WordsAfterwards() {
  const t = useTranslations('replay.rights');
  const { roomId, exercise, state, you } = useReplaying().recording;
  const legal = legalMoves(exercise, state, you);
  const asked = legal.includes('keep');
  if (state.status !== 'ended') return null;
  return (
    <section aria-labelledby="words" className="card stack">
      <h2 id="words" tabIndex={-1}>
        {t('heading')}
      </h2>
      {state.words === 'asked' ? <KeepQuestion state={state} asked={asked} /> : <p>{t('kept')}</p>}
      {legal.includes('destroy') && !asked && (
        <Confirm
          move={{ type: 'destroy' }}
          label={t('destroy')}
          className="button"
          title={t('destroyTitle')}
          sure={t('destroySure')}
        >
          <p>{t('destroyAbout')}</p>
        </Confirm>
      )}
      <a href={`/room/${roomId}/rights`}>{t('more')}</a>
    </section>
  );
}
