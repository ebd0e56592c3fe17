'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import { useHere } from '../here.tsx';

/** Erases all the kept words of a session for both, after one more question. */
export function Destroy({ session }: { session: SessionSnapshot }) {
  const t = useTranslations('ending');
  const { room, you } = useHere();
  const [sure, setSure] = useState(false);
  if (!legalMoves(session.exercise, session.state, you).includes('destroy')) return null;
  return (
    <div className="stack">
      <button type="button" className="button button-quiet" onClick={() => setSure(!sure)}>
        {t(sure ? 'destroyBack' : 'destroy')}
      </button>
      {sure && (
        <button
          type="button"
          className="button button-wide"
          disabled={session.pending !== null}
          onClick={() => void room.submit({ type: 'destroy' }, null)}
        >
          {t('destroySure')}
        </button>
      )}
    </div>
  );
}
