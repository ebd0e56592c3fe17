'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Library } from '#components/library/library.tsx';
import { PastSessions } from '#components/replay/past-sessions.tsx';
import { usePastSessions } from '#components/replay/use-past-sessions.ts';
import { Absence } from '../absence.tsx';
import { useHere } from '../here.tsx';
import { Observing } from '../observing.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { BetweenSlot } from './between-slot.tsx';
import { HomeLink } from './home-link.tsx';
import { LetInAgain } from './let-in-again.tsx';
import { ObserverLink } from './observer-link.tsx';
import { RightsLink } from './rights-link.tsx';

/** The room between two sessions, with both seats taken. */
export function Lobby({ aside }: { aside: ReactNode }) {
  const t = useTranslations('room');
  const { roomId, view } = useHere();
  const past = usePastSessions(roomId, view.sessionId);
  return (
    <RoomFrame control={<HomeLink />}>
      <h1 tabIndex={-1}>{t('heading')}</h1>
      <Absence />
      <Observing part="suggestion" session={null} />
      {!view.proposal && <BetweenSlot />}
      <Library past={past.sessions} />
      {view.proposal && <BetweenSlot />}
      <PastSessions past={past} />
      <ObserverLink />
      <LetInAgain />
      <RightsLink />
      {aside}
    </RoomFrame>
  );
}
