'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Ripple } from '#components/ripple/ripple.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Hold } from '#lib/dialogue/state.ts';
import { longestTimeOut, shortestTimeOut } from '#lib/dialogue/terms.ts';
import { useMomentWords, useServerTime } from '../clock.ts';
import { useHere } from '../here.tsx';
import { Prompt } from '../session/prompt.tsx';
import { useMoves } from '../use-moves.ts';
import styles from './hold.module.css';
import { MomentChoice } from './moment-choice.tsx';
import { Resume } from './resume.tsx';
import { TimeLeft } from './time-left.tsx';

interface Props {
  hold: Extract<Hold, { kind: 'time-out' }>;
  session: SessionSnapshot;
}

/** A time-out: when you both come back, room to breathe, and a say in that moment for the other. */
export function TimeOut({ hold, session }: Props) {
  const t = useTranslations('hold.timedOut');
  const { you, partnerName: name } = useHere();
  const { busy, submit } = useMoves(session);
  const [countering, setCountering] = useState(false);
  const now = useServerTime();
  const words = useMomentWords();
  const legal = legalMoves(session.exercise, session.state, you);
  const come = now >= hold.until;
  const floor = hold.since + shortestTimeOut;
  const { counter } = hold;
  return (
    <section className={styles.hold}>
      <div className={styles.ripple}>
        <Ripple breathing={!come} />
      </div>
      <Prompt asked>{come ? t('now') : t('heading')}</Prompt>
      <p>{hold.by === you ? t('you') : t('they', { name })}</p>
      <div role="status">
        {come ? (
          <p>{t('nowAbout')}</p>
        ) : (
          <p className={styles.return}>
            <strong>{t('until', words(hold.until, now))}</strong>
          </p>
        )}
      </div>
      {!come && <TimeLeft until={hold.until} now={now} />}
      {counter && (
        <div className="card stack">
          <p role="status">
            {t(counter.by === you ? 'counteredYou' : 'countered', {
              ...words(counter.until, now),
              name,
            })}
          </p>
          {legal.includes('accept-return') && (
            <Button off={busy} onPress={() => void submit({ type: 'accept-return' })}>
              {t('accept')}
            </Button>
          )}
        </div>
      )}
      {now < floor ? (
        <p className="small soft">{t('from', words(floor, now))}</p>
      ) : (
        <Resume hold={hold} session={session} />
      )}
      {legal.includes('counter') && (
        <button
          type="button"
          className="button"
          aria-expanded={countering}
          onClick={() => setCountering(!countering)}
        >
          {t('counter')}
        </button>
      )}
      {legal.includes('counter') && countering && (
        <div className={`stack ${styles.moments}`}>
          <h2>{t('counterHeading')}</h2>
          <MomentChoice
            shortest={shortestTimeOut}
            longest={longestTimeOut}
            since={hold.since}
            onChoose={(until) => {
              setCountering(false);
              void submit({ type: 'counter', until });
            }}
          />
        </div>
      )}
    </section>
  );
}
