'use client';

import { useState } from 'react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import { Ending } from '../ending/ending.tsx';
import { Hold } from '../hold/hold.tsx';
import { HoldMenu } from '../hold/hold-menu.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { justRevealed, lastRevealed } from './at-hand.ts';
import { CourseBar } from './course-bar.tsx';
import { UnderWay } from './under-way.tsx';

interface Props {
  session: SessionSnapshot;
  onDismiss(sessionId: SessionId): void;
}

/** A session, whatever it stands at: under way, on hold or ended. */
export function SessionScreen({ session, onDismiss }: Props) {
  const { state, sessionId, exercise } = session;
  // Kept here, because a hold takes everything below off the screen.
  const [readUpTo, setReadUpTo] = useState(() => readBefore(session));
  switch (state.status) {
    case 'running':
      return <UnderWay session={session} state={state} readUpTo={readUpTo} onRead={setReadUpTo} />;
    case 'held':
      return (
        <RoomFrame session={session} control={<HoldMenu session={session} />}>
          <CourseBar exercise={exercise} state={state} ahead />
          <Hold key={state.hold.since} hold={state.hold} session={session} />
        </RoomFrame>
      );
    case 'ended':
      return (
        <RoomFrame session={session}>
          <Ending session={session} state={state} onDismiss={() => onDismiss(sessionId)} />
        </RoomFrame>
      );
    default:
      return assertNever(state);
  }
}

/** Opened answers that somebody had gone on from before this page looked count as read. */
function readBefore({ exercise, state, lines }: SessionSnapshot): number {
  if (justRevealed(exercise, state, lines).length > 0) return 0;
  return lastRevealed(exercise, state, lines).at(-1)?.seq ?? 0;
}
