'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { DetailDialog } from '#components/library/detail-dialog.tsx';
import { Trouble } from '#components/library/trouble.tsx';
import { useAsking } from '#components/library/use-asking.ts';
import { useName } from '#components/library/use-name.ts';
import { useHere } from '#components/room/here.tsx';
import type { OpenedHomework } from '#lib/client/homework.ts';
import { otherSeat } from '#lib/dialogue/seat.ts';
import styles from './between.module.css';

interface Props {
  homework: OpenedHomework;
  name: string;
  busy: boolean;
  onDecline(): void;
  onShare(): void;
}

/** An exercise to do by themselves: taken up as a proposal of their own, left, or told that it was done. */
export function HomeworkCard({ homework, name, busy, onDecline, onShare }: Props) {
  const t = useTranslations('observing.between');
  const format = useFormatter();
  const { room, view, you, partnerName: partner } = useHere();
  const asking = useAsking();
  const [looks, setLooks] = useState(false);
  const { exercise, givenAt, declinedAt, sealedLine, line, shared } = homework;
  const named = useName(exercise);
  const both = shared[you] && shared[otherSeat(you)];
  const date = format.dateTime(givenAt, { day: 'numeric', month: 'long' });
  if (declinedAt !== null) {
    return (
      <p role="status" className="soft">
        <strong>{named ?? t('unnamed')}.</strong> {t('declined', { name })}
      </p>
    );
  }
  return (
    <article className={`card ${styles.piece}`}>
      <h3>{named ?? t('unnamed')}</h3>
      <p className="small soft">{t('given', { name, date })}</p>
      {line && (
        <blockquote className={styles.line}>
          <p className="small soft">{t('line', { name })}</p>
          <p className="said">{line}</p>
        </blockquote>
      )}
      {sealedLine && !line && <p className="soft">{t('unreadable')}</p>}
      {both ? (
        <p role="status">{t('sharedBoth', { name })}</p>
      ) : (
        <div className={styles.ways}>
          {named && !view.proposal && (
            <Button
              className="button-primary button-wide"
              off={asking.busy}
              onPress={() => void asking.ask(() => room.propose(exercise, 'written'))}
            >
              {t('propose', { partner })}
            </Button>
          )}
          {named && (
            <button
              type="button"
              className="button button-wide"
              aria-haspopup="dialog"
              onClick={() => setLooks(true)}
            >
              {t('look')}
            </button>
          )}
          <Trouble asking={asking} />
          <div role="status">
            {shared[you] && <p className="small">{t('sharedYou', { name })}</p>}
          </div>
          {!shared[you] && (
            <>
              <Button className="button-wide" off={busy} onPress={onShare}>
                {t('share', { name })}
              </Button>
              <p className="small soft">{t('shareAbout', { name })}</p>
            </>
          )}
          <Button className="button-quiet" off={busy} onPress={onDecline}>
            {t('decline')}
          </Button>
        </div>
      )}
      <DetailDialog exercise={looks ? exercise : null} onClose={() => setLooks(false)} />
    </article>
  );
}
