'use client';

import { useTranslations } from 'use-intl/react';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { useReplaying } from '../replaying.tsx';
import { Said } from '../said.tsx';
import { Confirm } from './confirm.tsx';
import styles from './erase.module.css';

/** Erases what you said in one line. The dialog shows once more what it is about. */
export function EraseLine({ line }: { line: TranscriptLine }) {
  const t = useTranslations('replay.rights');
  return (
    <Confirm
      move={{ type: 'erase', seqs: [line.seq] }}
      label={t('eraseLine')}
      className={`button button-quiet small ${styles.line}`}
      title={t('eraseLineTitle')}
      sure={t('eraseLineSure')}
    >
      <blockquote className={`${styles.quote} ${line.by ? `voice-${line.by}` : ''}`}>
        <Said line={line} />
      </blockquote>
      <p>{t('eraseLineAbout')}</p>
    </Confirm>
  );
}

/** Erases everything you said in this talk. What the other said stays. */
export function EraseAll({ seqs }: { seqs: readonly number[] }) {
  const t = useTranslations('replay.rights');
  const { nameOf, partner } = useReplaying();
  return (
    <Confirm
      move={{ type: 'erase', seqs: [...seqs] }}
      label={t('eraseAll')}
      className="button"
      title={t('eraseAllTitle')}
      sure={t('eraseAllSure')}
    >
      <p>{t('eraseAllAbout', { name: nameOf(partner) })}</p>
    </Confirm>
  );
}
