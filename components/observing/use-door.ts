'use client';

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLooking } from '#components/keys/use-looking.ts';
import { Doorkeeper, type DoorStage } from '#lib/client/observation/doorkeeper.ts';
import { type TakeTend, tendOver } from '#lib/client/observation/steps.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { browserHolder } from '#lib/vault/browser-holder.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';

type Opened = Extract<DoorStage, { stage: 'open' }>;

export interface Door {
  /** How it stood when the server last told; null before it did. */
  opened: Opened | null;
  /** `refused`: no seat here. `offline`: the last look, or the last thing asked, had no answer. */
  trouble: 'refused' | 'offline' | null;
  /** Whether something that was asked is under way; what is asked meanwhile is a second tap, and dropped. */
  busy: boolean;
  keeper: Doorkeeper;
  take: TakeTend;
  /** Asks for one thing, and shows how it stands after it. */
  ask(work: () => Promise<DoorStage>): Promise<void>;
}

/** The door of a room, looked at again and again for as long as the screen stands. */
export function useDoor(roomId: RoomId): Door {
  const take = useMemo(() => tendOver(roomId), [roomId]);
  const keeper = useMemo(
    () => new Doorkeeper({ roomId, take, safe: browserSafe(), holder: browserHolder }),
    [roomId, take],
  );
  const look = useCallback(() => keeper.look(), [keeper]);
  const [stage, setStage] = useLooking<DoorStage | null>(true, look, null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);

  useEffect(() => {
    if (stage?.stage === 'open') setOpened(stage);
  }, [stage]);

  const ask = async (work: () => Promise<DoorStage>) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    try {
      setStage(await work());
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  const trouble = stage && stage.stage !== 'open' ? stage.stage : null;
  return { opened, trouble, busy, keeper, take, ask };
}
