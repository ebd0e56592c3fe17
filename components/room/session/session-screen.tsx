'use client';

import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { SessionId } from '#lib/dialogue/id.ts';
import { Ending } from '../ending/ending.tsx';
import { Hold } from '../hold/hold.tsx';
import { HoldMenu } from '../hold/hold-menu.tsx';
import { RoomFrame } from '../room-frame.tsx';
import { UnderWay } from './under-way.tsx';

interface Props {
  session: SessionSnapshot;
  onDismiss(sessionId: SessionId): void;
}

/** A session, whatever it stands at: under way, on hold or ended. */
export function SessionScreen({ session, onDismiss }: Props) {
  const { state, sessionId } = session;
  switch (state.status) {
    case 'running':
      return <UnderWay session={session} state={state} />;
    case 'held':
      return (
        <RoomFrame session={session} control={<HoldMenu session={session} />}>
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
