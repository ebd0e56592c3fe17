'use client';

import { useTranslations } from 'use-intl/react';
import { Absence } from '../absence.tsx';
import { useHere } from '../here.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { HomeLink } from './home-link.tsx';
import { Invitation } from './invitation.tsx';
import { RightsLink } from './rights-link.tsx';

/** The room while the other seat is free: a way to let the partner in. */
export function WaitingRoom() {
  const t = useTranslations('room.invite');
  const { partner } = useHere();
  return (
    <RoomFrame control={<HomeLink />}>
      <h1 tabIndex={-1}>{t('heading')}</h1>
      <p>{t('about')}</p>
      <Invitation seat={partner} />
      <Absence />
      <RightsLink />
    </RoomFrame>
  );
}
