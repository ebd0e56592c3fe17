'use client';

import { useEffect } from 'react';
import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { floorOf } from '#lib/dialogue/floor.ts';
import { useMomentWords, useServerTime } from './clock.ts';
import { useHere } from './here.tsx';

/** Tells in the page's title, and to who does not see the screen, whose turn it is. */
export function Announcement({ session }: { session: SessionSnapshot | null }) {
  const title = useTitle(session);
  const arrival = useArrival();
  // After every drawing, because the page's own title can arrive later than the first.
  useEffect(() => {
    // Somebody who left in a hurry took the page away, and its title with it.
    if (document.body && document.title !== title) document.title = title;
  });
  const said = session ? title.split(' · ')[0] : arrival;
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}

function useTitle(session: SessionSnapshot | null): string {
  const t = useTranslations('session.title');
  const room = useTranslations('room');
  const moment = useMomentWords();
  const postponed = session?.state.status === 'running' && session.state.postponedTo !== null;
  const now = useServerTime(postponed);
  const { you, partnerName: name } = useHere();
  if (!session) return room('title');
  const { state, exercise } = session;
  switch (state.status) {
    case 'running': {
      const { postponedTo } = state;
      if (postponedTo !== null && now < postponedTo) {
        return t('postponed', { time: moment(postponedTo, now).time });
      }
      return t(floorOf(exercise, state, you).turn, { name });
    }
    case 'held':
      return t('held');
    case 'ended':
      return t('ended');
    default:
      return assertNever(state);
  }
}

function useArrival(): string {
  const t = useTranslations('room.presence');
  const { view, partner, partnerName: name } = useHere();
  const { taken, here } = view.seats[partner];
  if (!taken) return '';
  return t(here ? 'arrived' : 'away', { name });
}
