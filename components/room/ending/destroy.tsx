'use client';

import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import { useHere } from '../here.tsx';
import { Sure } from '../sure.tsx';
import { useMoves } from '../use-moves.ts';

/** Erases all the kept words of a session for both, after one more question. */
export function Destroy({ session }: { session: SessionSnapshot }) {
  const t = useTranslations('ending');
  const { you } = useHere();
  const { busy, submit } = useMoves(session);
  if (!legalMoves(session.exercise, session.state, you).includes('destroy')) return null;
  return (
    <Sure
      className="button button-quiet"
      label={t('destroy')}
      back={t('destroyBack')}
      sure={t('destroySure')}
      busy={busy}
      onSure={() => void submit({ type: 'destroy' })}
    />
  );
}
