'use client';

import { useState } from 'react';
import { useLanguage } from '#components/language/use-language.ts';
import { Announcement } from '#components/room/announcement.tsx';
import { HereProvider } from '#components/room/here.tsx';
import { HomeLink } from '#components/room/lobby/home-link.tsx';
import { useHintsAtHand } from '#components/room/session/hints/use-hints.ts';
import { UnderWay } from '#components/room/session/under-way.tsx';
import { useKeptFocus } from '#components/room/use-kept-focus.ts';
import { useSoloRoom } from '#lib/client/use-solo-room.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { tastePartner } from '#lib/taste/partner.ts';
import { Arrival } from './arrival.tsx';
import { MadeUp } from './made-up.tsx';
import { Together } from './together.tsx';

/** No session of somebody alone is chosen from a list. */
const catalogue = { offered: [], names: {} };

/** A short exercise for one, with a partner the app plays: from the word of warning to the invitation. */
export function Taste({ exercise }: { exercise: Exercise }) {
  const language = useLanguage();
  const { room, snapshot } = useSoloRoom(exercise, tastePartner, language);
  const [readUpTo, setReadUpTo] = useState(0);
  useKeptFocus();
  useHintsAtHand();
  const { view, session } = snapshot;
  const screen = () => {
    if (!session) return <Arrival about={exercise.texts[language].about} />;
    const { state } = session;
    if (state.status !== 'running') return <Together />;
    return (
      <UnderWay
        session={session}
        state={state}
        readUpTo={readUpTo}
        onRead={setReadUpTo}
        who={<MadeUp />}
        control={<HomeLink />}
      />
    );
  };
  return (
    <HereProvider
      roomId={view.roomId}
      room={room}
      snapshot={snapshot}
      view={view}
      catalogue={catalogue}
    >
      {session && <Announcement session={session} />}
      {screen()}
    </HereProvider>
  );
}
