'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useLooking } from '#components/keys/use-looking.ts';
import { useHere } from '#components/room/here.tsx';
import { tendOver } from '#lib/client/observation/steps.ts';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Watching } from './watching.ts';

/**
 * Lets somebody go with one tap. In a talk that is a move, which waits on the device until it arrives, and
 * what is said after it goes after it. Where there is no talk, or where another move stands in its way, the
 * server is asked again and again instead, until they are gone.
 */
export function useLettingGo(
  { observation: id, inTalk }: Watching,
  session: SessionSnapshot | null,
): { going: boolean; letGo(): void } {
  const { room, roomId } = useHere();
  const [asked, setAsked] = useState(false);
  const [handedIn, setHandedIn] = useState(false);
  const handing = useRef(false);
  const first = session?.pending?.move.type;

  useEffect(() => {
    if (!asked || !inTalk || handing.current) return;
    handing.current = true;
    void room.submit({ type: 'revoke' }, null).then(() => setHandedIn(true));
  }, [asked, inTalk, room]);

  const showOut = useCallback(() => tendOver(roomId)({ step: 'show-out', id }), [roomId, id]);
  const underWay = inTalk && (!handedIn || first === 'revoke');
  useLooking<unknown>(asked && !underWay, showOut, null);
  return { going: asked || first === 'revoke', letGo: () => setAsked(true) };
}
