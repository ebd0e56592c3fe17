'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Hold } from '#lib/dialogue/state.ts';
import { useHere } from '../here.tsx';
import { useMoves } from '../use-moves.ts';

/** Who is ready to go on, and the button to say so. It takes both. */
export function Resume({ hold, session }: { hold: Hold; session: SessionSnapshot }) {
  const t = useTranslations('hold');
  const { you, partner, partnerName: name } = useHere();
  const { busy, submit } = useMoves(session);
  const legal = legalMoves(session.exercise, session.state, you).includes('resume');
  return (
    <>
      <p role="status">
        {hold.ready.includes(partner) && t('readyThey', { name })}
        {hold.ready.includes(you) && t('readyYou', { name })}
      </p>
      {legal && (
        <Button
          className="button-primary button-wide"
          off={busy}
          onPress={() => void submit({ type: 'resume' })}
        >
          {t('resume')}
        </Button>
      )}
    </>
  );
}
