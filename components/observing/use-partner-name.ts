'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { fetchRights } from '#lib/client/rights.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { otherSeat, type Seat } from '#lib/dialogue/seat.ts';

/** How the partner is called; "your partner" while that is not known, or does not open on this device. */
export function usePartnerName(roomId: RoomId, you: Seat | null): string {
  const t = useTranslations('observing');
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    if (!you) return;
    let left = false;
    fetchRights(roomId).then((rights) => {
      if (!left && rights.ok) setName(rights.value.names[otherSeat(you)]);
    });
    return () => {
      left = true;
    };
  }, [roomId, you]);
  return name ?? t('partner');
}
