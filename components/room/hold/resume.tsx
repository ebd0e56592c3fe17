'use client';

import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Hold } from '#lib/dialogue/state.ts';
import { useHere } from '../here.tsx';

/** Who is ready to go on, and the button to say so. It takes both. */
export function Resume({ hold, session }: { hold: Hold; session: SessionSnapshot }) {
  const t = useTranslations('hold');
  const { room, you, partner, partnerName: name } = useHere();
  const legal = legalMoves(session.exercise, session.state, you).includes('resume');
  return (
    <>
      <p role="status">
        {hold.ready.includes(partner) && t('readyThey', { name })}
        {hold.ready.includes(you) && t('readyYou', { name })}
      </p>
      {legal && (
        <button
          type="button"
          className="button button-primary button-wide"
          disabled={session.pending !== null}
          onClick={() => void room.submit({ type: 'resume' }, null)}
        >
          {t('resume')}
        </button>
      )}
    </>
  );
}
