'use client';

import { useCallback, useEffect, useState } from 'react';
import { type ArchiveRefusal, openRecording, type Recording } from '#lib/client/archive.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Result } from '#lib/dialogue/result.ts';

/** Null while it is being read. */
export type Opened = Result<Recording, ArchiveRefusal> | null;

/** The recording of a session, a way to read it again from scratch, and one to put another in its place. */
export function useRecording(roomId: RoomId, sessionId: SessionId) {
  const [opened, setOpened] = useState<Opened>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    let left = false;
    setOpened(null);
    openRecording(roomId, sessionId).then((result) => {
      if (!left) setOpened(result);
    });
    return () => {
      left = true;
    };
  }, [roomId, sessionId, attempt]);

  const retry = useCallback(() => setAttempt((former) => former + 1), []);
  return { opened, retry, show: setOpened };
}
