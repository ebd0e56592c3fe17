'use client';

import { useTranslations } from 'use-intl/react';
import { PastSessions } from '#components/replay/past-sessions.tsx';
import { Absence } from '../absence.tsx';
import { useHere } from '../here.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { Begin } from './begin.tsx';
import { HomeLink } from './home-link.tsx';
import { LetInAgain } from './let-in-again.tsx';
import { Proposal } from './proposal.tsx';

/** The room between two sessions, with both seats taken. */
export function Lobby() {
  const t = useTranslations('room');
  const { roomId, catalogue, view } = useHere();
  return (
    <RoomFrame control={<HomeLink />}>
      <h1 tabIndex={-1}>{t('heading')}</h1>
      <Absence />
      {view.proposal && <Proposal proposal={view.proposal} />}
      {catalogue.offered.map((card) => (
        <Begin key={card.id} card={card} />
      ))}
      <PastSessions roomId={roomId} />
      <LetInAgain />
    </RoomFrame>
  );
}
