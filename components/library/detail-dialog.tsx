'use client';

import { Suspense } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import { useHere } from '#components/room/here.tsx';
import type { ExerciseRef } from '#lib/dialogue/exercise.ts';
import { nameIn } from '#lib/exercises/catalogue.ts';
import { keyOf } from '#lib/exercises/key.ts';
import { Detail } from './lazy-detail.ts';

interface Props {
  /** Null while none is looked at. */
  exercise: ExerciseRef | null;
  onClose(): void;
}

/** A closer look at an exercise, over the room. */
export function DetailDialog({ exercise, onClose }: Props) {
  const t = useTranslations('library.detail');
  const { catalogue } = useHere();
  return (
    <Dialog
      open={exercise !== null}
      title={(exercise && nameIn(catalogue, exercise)) ?? ''}
      onClose={onClose}
    >
      <Suspense fallback={<p className="soft">{t('loading')}</p>}>
        {exercise && <Detail key={keyOf(exercise)} exercise={exercise} onClose={onClose} />}
      </Suspense>
    </Dialog>
  );
}
