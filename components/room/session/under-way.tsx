'use client';

import { useState } from 'react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { useServerTime } from '../clock.ts';
import { useHere } from '../here.tsx';
import { HoldMenu } from '../hold/hold-menu.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { Appointment } from './appointment.tsx';
import { justRevealed } from './at-hand.ts';
import { CourseBar } from './course-bar.tsx';
import { floorOf } from './floor.ts';
import { ModeOffer } from './mode-offer.tsx';
import { Reveal } from './reveal.tsx';
import { SoFar } from './so-far.tsx';
import { Turn } from './turn.tsx';
import { useWakeLock } from './wake-lock.ts';

/** A session under way: two answers just opened, the wait for an agreed moment, or somebody's turn. */
export function UnderWay({ session, state }: { session: SessionSnapshot; state: Running }) {
  const { you } = useHere();
  const [seen, setSeen] = useState(0);
  const now = useServerTime();
  useWakeLock(state.mode === 'spoken');
  const control = <HoldMenu session={session} />;

  const pair = justRevealed(state, session.lines);
  const newest = pair.at(-1)?.seq ?? 0;
  if (newest > seen) {
    return (
      <RoomFrame session={session} control={control}>
        <Reveal pair={pair} onRead={() => setSeen(newest)} />
      </RoomFrame>
    );
  }
  const { exercise } = session;
  const { postponedTo } = state;
  const floor = floorOf(exercise, state, you);
  const early = postponedTo !== null && now < postponedTo;
  const { leg, step } = state.place;
  return (
    <RoomFrame tint={early ? null : floor.holder} session={session} control={control}>
      <CourseBar exercise={exercise} state={state} />
      <ModeOffer session={session} state={state} />
      {postponedTo !== null && (
        <Appointment until={postponedTo} now={now} asked={floor.turn === 'yours'} />
      )}
      <Turn
        key={`${leg} ${step} ${floor.turn}`}
        session={session}
        state={state}
        floor={floor}
        early={early}
      />
      <SoFar session={session} />
    </RoomFrame>
  );
}
