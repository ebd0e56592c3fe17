'use client';

import { useEffect, useState } from 'react';
import type { PastSession } from '#lib/archive.ts';
import { type ArchiveRefusal, fetchPastSessions } from '#lib/client/archive.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Result } from '#lib/dialogue/result.ts';

/** The sessions of a room that are over; null at first. Read again when the room's session changes. */
export function usePastSessions(roomId: RoomId, current: SessionId | null) {
  const [sessions, setSessions] = useState<Result<readonly PastSession[], ArchiveRefusal> | null>(
    null,
  );
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another session or attempt reads again
  useEffect(() => {
    let left = false;
    fetchPastSessions(roomId).then((result) => {
      if (!left) setSessions(result);
    });
    return () => {
      left = true;
    };
  }, [roomId, current, attempt]);

  const retry = () => {
    setSessions(null);
    setAttempt(attempt + 1);
  };
  return { sessions, retry };
}
