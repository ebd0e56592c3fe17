'use client';

import { useTranslations } from 'use-intl/react';
import { PastSessions } from '#components/replay/past-sessions.tsx';
import { exercises } from '#lib/exercises/library.ts';
import { Absence } from '../absence.tsx';
import { useHere } from '../here.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { Begin } from './begin.tsx';
import { HomeLink } from './home-link.tsx';
import { LetInAgain } from './let-in-again.tsx';

/** The room between two sessions, with both seats taken. */
export function Lobby() {
  const t = useTranslations('room');
  const { roomId } = useHere();
  return (
    <RoomFrame control={<HomeLink />}>
      <h1 tabIndex={-1}>{t('heading')}</h1>
      <Absence />
      {exercises.map((exercise) => (
        <Begin key={exercise.id} exercise={exercise} />
      ))}
      <PastSessions roomId={roomId} />
      <LetInAgain />
    </RoomFrame>
  );
}
