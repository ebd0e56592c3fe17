'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { lapseDue } from '#lib/dialogue/lapse.ts';
import type { Ended } from '#lib/dialogue/state.ts';
import { useReplaying } from '../replaying.tsx';
import { Confirm } from './confirm.tsx';
import { Progress } from './progress.tsx';
import { useRights } from './rights.tsx';

/** Whether the words stay, asked of each alone; `asked` is false once you have answered. */
export function KeepQuestion({ state, asked }: { state: Ended; asked: boolean }) {
  const t = useTranslations('replay.rights');
  const format = useFormatter();
  const { nameOf, partner } = useReplaying();
  const { busy, submit } = useRights();
  const due = lapseDue(state);
  const time =
    due !== null &&
    format.dateTime(due, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    });
  return (
    <>
      <p>{asked ? t('keepAbout') : t('waiting', { name: nameOf(partner) })}</p>
      {time && <p className="soft">{t('keepUntil', { time })}</p>}
      {asked && (
        <>
          <Progress />
          <button
            type="button"
            className="button button-wide"
            aria-disabled={busy}
            onClick={() => void submit({ type: 'keep', keep: true })}
          >
            {t('keepYes')}
          </button>
          <Confirm
            move={{ type: 'keep', keep: false }}
            label={t('keepNo')}
            className="button button-wide"
            title={t('keepNoTitle')}
            sure={t('keepNoSure')}
          >
            <p>{t('destroyAbout')}</p>
          </Confirm>
        </>
      )}
    </>
  );
}
