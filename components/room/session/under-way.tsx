'use client';

import type { ReactNode } from 'react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { floorOf } from '#lib/dialogue/floor.ts';
import type { Running } from '#lib/dialogue/state.ts';
import { useServerTime } from '../clock.ts';
import { useHere } from '../here.tsx';
import { HoldMenu } from '../hold/hold-menu.tsx';
import { Observing } from '../observing.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { Appointment } from './appointment.tsx';
import { lastRevealed } from './at-hand.ts';
import { CourseBar } from './course-bar.tsx';
import { ModeOffer } from './mode-offer.tsx';
import { PhaseTime } from './phase-time.tsx';
import { Relief } from './relief.tsx';
import { Reveal } from './reveal.tsx';
import { SoFar } from './so-far.tsx';
import { Turn } from './turn.tsx';
import { useWakeLock } from './wake-lock.ts';

interface Props {
  session: SessionSnapshot;
  state: Running;
  /** The last of the opened answers that was read here. */
  readUpTo: number;
  onRead(seq: number): void;
  /** In the header: who else there is, and the one control, when they are not those of a room for two. */
  who?: ReactNode;
  control?: ReactNode;
}

/** A session under way: two opened answers to read, the wait for an agreed moment, or somebody's turn. */
export function UnderWay({
  session,
  state,
  readUpTo,
  onRead,
  who,
  control = <HoldMenu session={session} />,
}: Props) {
  const { you } = useHere();
  const { exercise } = session;
  const { postponedTo } = state;
  const now = useServerTime(postponedTo !== null);
  useWakeLock(state.mode === 'spoken');

  const pair = lastRevealed(exercise, state, session.lines);
  const newest = pair.at(-1)?.seq ?? 0;
  // They stay until they are read, also when the other has gone on by then.
  if (newest > readUpTo) {
    return (
      <RoomFrame session={session} who={who} control={control}>
        <CourseBar exercise={exercise} state={state} ahead />
        <Reveal exercise={exercise} pair={pair} onRead={() => onRead(newest)} />
      </RoomFrame>
    );
  }
  const floor = floorOf(exercise, state, you);
  const early = postponedTo !== null && now < postponedTo;
  const { leg, step } = state.place;
  // A step can lead to itself: what was sent must not stay in the field.
  const acted = session.lines.filter(({ by }) => by === you).length;
  return (
    <RoomFrame tint={early ? null : floor.holder} session={session} who={who} control={control}>
      <CourseBar exercise={exercise} state={state} ahead={early} />
      <PhaseTime session={session} state={state} />
      <ModeOffer session={session} state={state} />
      <Observing part="request" session={session} />
      <Relief session={session} />
      {postponedTo !== null && (
        <Appointment until={postponedTo} now={now} asked={floor.turn === 'yours'} />
      )}
      <Turn
        key={`${leg} ${step} ${floor.turn} ${state.mode} ${acted}`}
        session={session}
        state={state}
        floor={floor}
        early={early}
      />
      <SoFar session={session} />
    </RoomFrame>
  );
}
