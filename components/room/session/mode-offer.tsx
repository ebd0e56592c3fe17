'use client';

import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { useHere } from '../here.tsx';

/** An offer to go on aloud or in writing, for as long as it stands. */
export function ModeOffer({ session, state }: { session: SessionSnapshot; state: Running }) {
  const t = useTranslations('session.mode');
  const { room, you, partnerName: name } = useHere();
  const { modeOffer } = state;
  if (!modeOffer) return null;
  const legal = legalMoves(session.exercise, state, you);
  if (!legal.includes('accept-mode')) {
    return (
      <p role="status" className="card">
        {t('offered', { mode: modeOffer.mode, name })}
      </p>
    );
  }
  return (
    <section role="status" className="card stack">
      <p>{t(modeOffer.mode === 'spoken' ? 'offerSpoken' : 'offerWritten', { name })}</p>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => void room.submit({ type: 'accept-mode' }, null)}
        >
          {t('accept')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void room.submit({ type: 'decline-mode' }, null)}
        >
          {t('decline')}
        </button>
      </div>
    </section>
  );
}
