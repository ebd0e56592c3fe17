'use client';

import { createContext, type ReactNode, use } from 'react';
import { useTranslations } from 'use-intl/react';
import type { RoomActions } from '#lib/client/room-client.ts';
import type { RoomSnapshot } from '#lib/client/snapshot.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { otherSeat, type Seat } from '#lib/dialogue/seat.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';
import type { RoomView } from '#lib/protocol.ts';

/** What every part of an opened room may need. */
export interface Here {
  roomId: RoomId;
  room: RoomActions;
  snapshot: RoomSnapshot;
  view: RoomView;
  catalogue: Catalogue;
  you: Seat;
  partner: Seat;
  /** The partner's name, or "your partner" when it cannot be shown. */
  partnerName: string;
}

const HereContext = createContext<Here | null>(null);

/** The opened room around this component. Throws outside of one. */
export function useHere(): Here {
  const here = use(HereContext);
  if (!here) throw new Error('No room around this component');
  return here;
}

interface Props {
  roomId: RoomId;
  room: RoomActions;
  snapshot: RoomSnapshot;
  view: RoomView;
  catalogue: Catalogue;
  children: ReactNode;
}

/** Hands the opened room down to everything inside. */
export function HereProvider({ children, ...opened }: Props) {
  const t = useTranslations('room');
  const you = opened.view.you;
  const partner = otherSeat(you);
  const partnerName = opened.snapshot.names[partner] ?? t('partner');
  return <HereContext value={{ ...opened, you, partner, partnerName }}>{children}</HereContext>;
}
