'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Moment } from '#components/language/moment.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { lapseDue } from '#lib/dialogue/lapse.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Ended } from '#lib/dialogue/state.ts';
import { useHere } from '../here.tsx';
import { useMoves } from '../use-moves.ts';

/** Whether the words stay: asked of each alone, and then what became of them. */
export function Keep({ session, state }: { session: SessionSnapshot; state: Ended }) {
  const t = useTranslations('ending');
  const { roomId, you, partnerName: name } = useHere();
  const { busy, submit } = useMoves(session);
  const answer = (keep: boolean) => void submit({ type: 'keep', keep });
  switch (state.words) {
    case 'asked': {
      const asked = legalMoves(session.exercise, state, you).includes('keep');
      const due = lapseDue(state);
      const time = () => due !== null && <Moment at={due} form="full" />;
      return (
        <section className="card stack">
          <h2>{t('keep.heading')}</h2>
          <p>{t.rich('keep.about', { time })}</p>
          {asked ? (
            <>
              <Button className="button-wide" off={busy} onPress={() => answer(true)}>
                {t('keep.yes')}
              </Button>
              <Button className="button-wide" off={busy} onPress={() => answer(false)}>
                {t('keep.no')}
              </Button>
            </>
          ) : (
            <p role="status">
              <strong>{t('keep.waiting', { name })}</strong>
            </p>
          )}
        </section>
      );
    }
    case 'kept':
    case 'gone':
      return (
        <section className="card stack">
          <div role="status" className="stack">
            <h2>{t(`${state.words}.heading`)}</h2>
            <p>{t(`${state.words}.about`)}</p>
          </div>
          {state.words === 'kept' && (
            <a
              className="button button-primary button-wide"
              href={`/room/${roomId}/replay/${session.sessionId}`}
            >
              {t('kept.replay')}
            </a>
          )}
        </section>
      );
    default:
      return assertNever(state.words);
  }
}
