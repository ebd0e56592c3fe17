'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { useHere } from '../here.tsx';
import { useMoves } from '../use-moves.ts';

/** An offer to go on aloud or in writing, for as long as it stands. */
export function ModeOffer({ session, state }: { session: SessionSnapshot; state: Running }) {
  const t = useTranslations('session.mode');
  const { you, partnerName: name } = useHere();
  const { busy, submit } = useMoves(session);
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
    <section className="card stack">
      <p role="status">
        {t(modeOffer.mode === 'spoken' ? 'offerSpoken' : 'offerWritten', { name })}
      </p>
      <div className="row">
        <Button off={busy} onPress={() => void submit({ type: 'accept-mode' })}>
          {t('accept')}
        </Button>
        <Button off={busy} onPress={() => void submit({ type: 'decline-mode' })}>
          {t('decline')}
        </Button>
      </div>
    </section>
  );
}
