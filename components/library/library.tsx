'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { Choosing, type ChoosingProps } from './choosing.tsx';
import { DetailDialog } from './detail-dialog.tsx';
import styles from './library.module.css';
import { Proposal } from './proposal.tsx';
import { useName } from './use-name.ts';
import { useStanding } from './use-standing.ts';

/** Where a couple chooses what to do: what stands between them now, or else what there is. */
export function Library({ past }: Pick<ChoosingProps, 'past'>) {
  const t = useTranslations('library.proposal');
  const { view, partnerName: name } = useHere();
  const [opened, setOpened] = useState<ExerciseRef | null>(null);
  const { standing, gone } = useStanding(() => setOpened(null));
  const { proposal } = view;
  const exercise = useName(proposal?.exercise ?? null) ?? t('unnamed');
  return (
    <>
      <p role="status" className={gone ? styles.gone : `visually-hidden ${styles.told}`}>
        {gone && t('gone')}
        {standing !== 'none' && t(standing, { name, exercise })}
      </p>
      {proposal ? (
        <Proposal proposal={proposal} onLook={setOpened} />
      ) : (
        <Choosing past={past} onOpen={setOpened} />
      )}
      <DetailDialog exercise={opened} onClose={() => setOpened(null)} />
    </>
  );
}
