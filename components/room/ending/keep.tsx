'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { lapseDue } from '#lib/dialogue/lapse.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Ended } from '#lib/dialogue/state.ts';
import { useHere } from '../here.tsx';

/** Whether the words stay: asked of each alone, and then what became of them. */
export function Keep({ session, state }: { session: SessionSnapshot; state: Ended }) {
  const t = useTranslations('ending');
  const { roomId, room, you, partnerName: name } = useHere();
  const answer = (keep: boolean) => void room.submit({ type: 'keep', keep }, null);
  switch (state.words) {
    case 'asked': {
      const asked = legalMoves(session.exercise, state, you).includes('keep');
      const busy = session.pending !== null;
      const due = lapseDue(state);
      const time = () => due !== null && <Moment at={due} form="full" />;
      return (
        <section className="card stack">
          <h2>{t('keep.heading')}</h2>
          <p>{t.rich('keep.about', { time })}</p>
          {asked && (
            <>
              <button
                type="button"
                className="button button-wide"
                disabled={busy}
                onClick={() => answer(true)}
              >
                {t('keep.yes')}
              </button>
              <button
                type="button"
                className="button button-wide"
                disabled={busy}
                onClick={() => answer(false)}
              >
                {t('keep.no')}
              </button>
            </>
          )}
          {!asked && (
            <p role="status">
              <strong>{t('keep.waiting', { name })}</strong>
            </p>
          )}
        </section>
      );
    }
    case 'kept':
      return (
        <section role="status" className="card stack">
          <h2>{t('kept.heading')}</h2>
          <p>{t('kept.about')}</p>
          <a
            className="button button-primary button-wide"
            href={`/room/${roomId}/replay/${session.sessionId}`}
          >
            {t('kept.replay')}
          </a>
        </section>
      );
    case 'gone':
      return (
        <section role="status" className="card stack">
          <h2>{t('gone.heading')}</h2>
          <p>{t('gone.about')}</p>
        </section>
      );
    default:
      return assertNever(state.words);
  }
}
