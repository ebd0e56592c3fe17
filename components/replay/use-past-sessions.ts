'use client';

import { useEffect, useState } from 'react';
import type { PastSession } from '#lib/archive.ts';
import { type ArchiveRefusal, fetchPastSessions } from '#lib/client/archive.ts';
import type { RoomId, SessionId } from '#lib/dialogue/id.ts';
import type { Result } from '#lib/dialogue/result.ts';

export interface PastOfRoom {
  /** Newest first; null while they are being read. */
  sessions: Result<readonly PastSession[], ArchiveRefusal> | null;
  retry(): void;
}

/** The sessions of a room that are over. Read again when the room's session changes. */
export function usePastSessions(roomId: RoomId, current: SessionId | null): PastOfRoom {
  const [sessions, setSessions] = useState<PastOfRoom['sessions']>(null);
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
