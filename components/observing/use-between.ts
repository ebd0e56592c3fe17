'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useHere } from '#components/room/here.tsx';
import { keptVault } from '#lib/client/device-keys.ts';
import { type OpenedHomework, openHomework } from '#lib/client/homework.ts';
import { type TakeTend, tendOver } from '#lib/client/observation/steps.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Tend, Tended } from '#lib/observation.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';

/** What lies ready between two talks, as this device can read it. */
export interface Between {
  tended: Tended;
  homework: readonly OpenedHomework[];
}

/** What a therapist gave for between two talks; null while that is not known. Looks again with every connection. */
export function useBetween(): {
  between: Between | null;
  busy: boolean;
  failed: boolean;
  take(step: Tend): Promise<void>;
} {
  const { roomId, snapshot, view } = useHere();
  const { connection } = snapshot;
  const [between, setBetween] = useState<Between | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const underWay = useRef(false);
  const standing = `${connection} ${view.observation?.id} ${view.observation?.stage}`;

  const read = useCallback(async () => {
    const tended = await tendOver(roomId)({ step: 'state' });
    return typeof tended === 'string' ? null : opened(roomId, tended);
  }, [roomId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed at the door may have changed this
  useEffect(() => {
    let left = false;
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      read().then((found) => {
        if (!left && found) setBetween(found);
      });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', look);
    };
  }, [read, standing]);

  const take = async (step: Tend) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    try {
      const tended: Awaited<ReturnType<TakeTend>> = await tendOver(roomId)(step);
      setFailed(typeof tended === 'string');
      if (typeof tended !== 'string') setBetween(await opened(roomId, tended));
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { between, busy, failed, take };
}

async function opened(roomId: RoomId, tended: Tended): Promise<Between> {
  const vault = tended.homework.length > 0 ? await keptVault(roomId, browserSafe()) : null;
  const unread = () => tended.homework.map((piece) => ({ ...piece, line: null }));
  const homework = vault ? await openHomework(roomId, vault.held, tended.homework) : unread();
  return { tended, homework };
}
