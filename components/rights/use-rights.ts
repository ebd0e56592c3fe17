'use client';

import { useCallback, useEffect, useState } from 'react';
import type { PastSession } from '#lib/archive.ts';
import { fetchPastSessions } from '#lib/client/archive.ts';
import { fetchRights, type OpenedRights, type RightsRefusal } from '#lib/client/rights.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { accepted, type Result, refused } from '#lib/dialogue/result.ts';

export interface ReadRights {
  rights: OpenedRights;
  past: readonly PastSession[];
}

/** What the screen stands on; null while it is read the first time. */
export function useRights(roomId: RoomId) {
  const [read, setRead] = useState<Result<ReadRights, RightsRefusal> | null>(null);

  const refresh = useCallback(async () => {
    const [rights, past] = await Promise.all([fetchRights(roomId), fetchPastSessions(roomId)]);
    if (!rights.ok) return setRead(rights);
    if (!past.ok) return setRead(refused('trouble'));
    setRead(accepted({ rights: rights.value, past: past.value }));
  }, [roomId]);

  useEffect(() => void refresh(), [refresh]);
  return { read, refresh };
}
