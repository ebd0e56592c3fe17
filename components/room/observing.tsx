'use client';

import { lazy, Suspense, useState } from 'react';
import type { InRoomProps } from '#components/observing/in-room.tsx';
import { useHere } from './here.tsx';

const inRoom = () => import('#components/observing/in-room.tsx');
const InRoom = lazy(async () => ({ default: (await inRoom()).InRoom }));

/** A part of the screen for whoever waits or watches: nearly every talk has none, and then it is not fetched. */
export function Observing(props: InRoomProps) {
  const { observation } = useHere().view;
  const [met, setMet] = useState(false);
  const { session } = props;
  const came = session?.lines.some(({ fact }) => fact.type === 'observer-entered');
  if (!met && (observation || came)) setMet(true);
  return (
    met && (
      <Suspense fallback={null}>
        <InRoom {...props} />
      </Suspense>
    )
  );
}

/** Fetches it ahead, so that whoever comes is seen also where there is no network by then. */
export async function fetchObserving(): Promise<void> {
  await inRoom();
}
