'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { legalMoves } from '#lib/dialogue/legal.ts';
import type { Move, MoveType } from '#lib/dialogue/move.ts';
import { longestTimeOut, shortestTimeOut } from '#lib/dialogue/terms.ts';
import { useHere } from '../here.tsx';
import styles from './hold-menu.module.css';
import { MomentChoice } from './moment-choice.tsx';

type Page = 'choices' | 'time-out' | 'stop';

/** The one control that is always in reach: a breather, a time-out, leaving, stopping. */
export function HoldMenu({ session }: { session: SessionSnapshot }) {
  const t = useTranslations('hold');
  const modes = useTranslations('session.mode');
  const { room, you, partnerName: name } = useHere();
  const router = useRouter();
  const [page, setPage] = useState<Page | null>(null);
  const legal = legalMoves(session.exercise, session.state, you);
  const held = session.state.status === 'held';
  const close = () => setPage(null);
  const submit = async (move: Move) => {
    close();
    await room.submit(move, null);
  };
  const leave = async () => {
    await submit({ type: 'leave' });
    router.push('/');
  };
  const choice = (type: MoveType, label: string, about: string, onClick: () => void) =>
    legal.includes(type) && (
      <li>
        <button type="button" aria-describedby={`${type}-about`} onClick={onClick}>
          {label}
        </button>
        <span id={`${type}-about`} className="small soft">
          {about}
        </span>
      </li>
    );
  const toSpoken = session.state.mode === 'written';
  const titles = {
    choices: t('menu.heading'),
    'time-out': t('timeOut.heading'),
    stop: t('stop.heading'),
  };
  return (
    <>
      <button type="button" className={`button ${styles.open}`} onClick={() => setPage('choices')}>
        {!held && <span aria-hidden="true" className={styles.bars} />}
        {t(held ? 'menu.openHeld' : 'menu.open')}
      </button>
      <Dialog open={page !== null} onClose={close} title={titles[page ?? 'choices']}>
        {page === 'choices' && (
          <ul className={styles.choices}>
            {choice('pause', t('menu.pause'), t('menu.pauseAbout'), () =>
              submit({ type: 'pause' }),
            )}
            {choice('time-out', t('menu.timeOut'), t('menu.timeOutAbout'), () =>
              setPage('time-out'),
            )}
            {choice('leave', t('menu.leave'), t('menu.leaveAbout'), leave)}
            {choice('stop', t('menu.stop'), t('menu.stopAbout'), () => setPage('stop'))}
            {choice(
              'propose-mode',
              modes(toSpoken ? 'toSpoken' : 'toWritten'),
              modes(toSpoken ? 'toSpokenAbout' : 'toWrittenAbout', { name }),
              () => submit({ type: 'propose-mode', mode: toSpoken ? 'spoken' : 'written' }),
            )}
          </ul>
        )}
        {page === 'time-out' && (
          <div className="stack">
            <p>{t('timeOut.about')}</p>
            <MomentChoice
              shortest={shortestTimeOut}
              longest={longestTimeOut}
              onChoose={(until) => void submit({ type: 'time-out', until })}
            />
          </div>
        )}
        {page === 'stop' && (
          <div className="stack">
            <p>{t('stop.about')}</p>
            <button
              type="button"
              className="button button-primary button-wide"
              onClick={() => void submit({ type: 'stop' })}
            >
              {t('stop.sure')}
            </button>
            <button type="button" className="button button-wide" onClick={close}>
              {t('stop.back')}
            </button>
          </div>
        )}
      </Dialog>
    </>
  );
}
