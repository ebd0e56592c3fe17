'use client';

import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import { Ending } from '../ending/ending.tsx';
import { useHere } from '../here.tsx';
import { Hold } from '../hold/hold.tsx';
import { HoldMenu } from '../hold/hold-menu.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { floorOf } from './floor.ts';
import { Turn } from './turn.tsx';

interface Props {
  session: SessionSnapshot;
  onDismiss(sessionId: SessionId): void;
}

/** A session, whatever it stands at: under way, on hold or ended. */
export function SessionScreen({ session, onDismiss }: Props) {
  const { you } = useHere();
  const { state, exercise, sessionId } = session;
  const control = <HoldMenu session={session} />;
  switch (state.status) {
    case 'running':
      return (
        <RoomFrame tint={floorOf(exercise, state, you).holder} session={session} control={control}>
          <Turn session={session} state={state} />
        </RoomFrame>
      );
    case 'held':
      return (
        <RoomFrame session={session} control={control}>
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
