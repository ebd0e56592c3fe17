'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useLooking } from '#components/keys/use-looking.ts';
import { useHere } from '#components/room/here.tsx';
import { tendOver } from '#lib/client/observation/steps.ts';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Watching } from './watching.ts';

/**
 * Lets somebody go with one tap. In a talk that is a move, which waits on the device until it arrives;
 * where there is none it is asked again and again until they are gone.
 */
export function useLettingGo(
  { observation: id, inTalk }: Watching,
  session: SessionSnapshot | null,
): { going: boolean; letGo(): void } {
  const { room, roomId } = useHere();
  const [asked, setAsked] = useState(false);
  const handedIn = useRef(false);
  const waits = session?.pending?.move.type === 'revoke';
  const refused = session?.refused?.move.type === 'revoke';

  useEffect(() => {
    if (!asked || !inTalk || handedIn.current) return;
    handedIn.current = true;
    void room.submit({ type: 'revoke' }, null);
  }, [asked, inTalk, room]);

  useEffect(() => {
    if (!refused) return;
    // They are still in: the button is there again.
    handedIn.current = false;
    setAsked(false);
  }, [refused]);

  const showOut = useCallback(() => tendOver(roomId)({ step: 'show-out', id }), [roomId, id]);
  useLooking<unknown>(asked && !inTalk, showOut, null);
  return { going: asked || waits, letGo: () => setAsked(true) };
}
