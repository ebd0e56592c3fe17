'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import styles from './knock-note.module.css';
import { useKnock } from './use-knock.ts';
import { useQuiet } from './use-quiet.ts';

/** That somebody waits at the door. It comes while nobody is writing here, and it never covers anything. */
export function KnockNote() {
  const t = useTranslations('observing.knock');
  const { roomId } = useHere();
  const knock = useKnock();
  const shown = useQuiet(knock);
  if (!knock || shown !== knock) return null;
  return (
    <p className={styles.note}>
      <span>{knock}</span>
      <a className="button" href={`/room/${roomId}/observer`}>
        {t('look')}
      </a>
    </p>
  );
}
