'use client';

import { createContext, type ReactNode, use } from 'react';
import { useTranslations } from 'use-intl/react';
import type { PastSession } from '#lib/archive.ts';
import type { OpenedRights } from '#lib/client/rights.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { otherSeat, type Seat } from '#lib/dialogue/seat.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';

/** What every part of this screen may need. */
export interface RightsHere {
  roomId: RoomId;
  catalogue: Catalogue;
  rights: OpenedRights;
  /** The sessions of the room that are over, newest first. */
  past: readonly PastSession[];
  partner: Seat;
  /** How the other is called in the middle of a sentence. */
  partnerName: string;
  /** How a seat is called at the beginning of a line. */
  nameOf(seat: Seat): string;
  /** Reads everything again. */
  refresh(): Promise<void>;
}

const RightsContext = createContext<RightsHere | null>(null);

/** The room whose rights are looked at. Throws outside of that screen. */
export function useRightsHere(): RightsHere {
  const here = use(RightsContext);
  if (!here) throw new Error('No rights around this component');
  return here;
}

interface Props extends Omit<RightsHere, 'partner' | 'partnerName' | 'nameOf'> {
  children: ReactNode;
}

/** Hands what was read down to everything inside. */
export function RightsHereProvider({ children, ...read }: Props) {
  const t = useTranslations('rights');
  const { you, names } = read.rights;
  const partner = otherSeat(you);
  const partnerName = names[partner] ?? t('partner');
  const nameOf = (seat: Seat) => names[seat] ?? (seat === you ? t('you') : t('someone'));
  return (
    <RightsContext value={{ ...read, partner, partnerName, nameOf }}>{children}</RightsContext>
  );
}
