'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Desk, DeskChange, DeskItemId } from '#lib/desk.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Opener } from '#lib/vault/account-vault.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import type { DeskContent } from '#lib/vault/desk-item.ts';
import { type DeskKey, keptDeskKey } from '#lib/vault/desk-key.ts';
import type { Trouble } from './account/trouble.ts';
import {
  type ChangeRefusal,
  changeDesk,
  type DeskRefusal,
  fetchDesk,
  keepOnDesk,
  type OpenedDesk,
  openDesk,
} from './desk.ts';

/** The desk as this device can show it. `locked`: its key does not lie here; `unlock` is the way. */
export type DeskHere =
  | { at: 'reading' | DeskRefusal }
  | { at: 'locked'; desk: Desk }
  | { at: 'open'; desk: Desk; key: DeskKey; opened: OpenedDesk };

export interface DeskOnThisDevice {
  here: DeskHere;
  /** Reads it anew. */
  reload(): Promise<void>;
  /** Makes a change that needs no key; null when it was made. */
  change(change: DeskChange): Promise<ChangeRefusal | null>;
  /** Keeps something, sealed; under a new id when none is given. Null when it was kept. */
  keep(
    content: DeskContent,
    id?: DeskItemId,
  ): Promise<ChangeRefusal | 'too-long' | 'locked' | null>;
  /** Takes over what `giveHomework` and the like answered; null when that was a desk. */
  take<Refused>(answer: Result<Desk, Refused>): Promise<Refused | null>;
  /** Opens the desk on this device with what was typed; null when it is open. */
  unlock(opener: Opener): Promise<Trouble | null>;
}

/** The therapist's desk on this device. */
export function useDesk(): DeskOnThisDevice {
  const [here, setHere] = useState<DeskHere>({ at: 'reading' });
  const [key, setKey] = useState<DeskKey | null>(null);

  const show = useCallback(async (desk: Desk, held: DeskKey | null) => {
    if (!held) return setHere({ at: 'locked', desk });
    setHere({ at: 'open', desk, key: held, opened: await openDesk(held, desk) });
  }, []);
  const read = useCallback(
    async (held: DeskKey | null) => {
      const desk = await fetchDesk();
      if (desk.ok) await show(desk.value, held);
      else setHere({ at: desk.reason });
    },
    [show],
  );

  useEffect(() => {
    keptDeskKey(browserSafe()).then((kept) => {
      setKey(kept);
      return read(kept);
    });
  }, [read]);

  const take = async <Refused>(answer: Result<Desk, Refused>): Promise<Refused | null> => {
    if (!answer.ok) return answer.reason;
    await show(answer.value, key);
    return null;
  };
  return {
    here,
    reload: () => read(key),
    change: async (change) => take(await changeDesk(change)),
    keep: async (content, id) => (key ? take(await keepOnDesk(key, content, id)) : 'locked'),
    take,
    unlock: async (opener) => {
      const { unlockDesk } = await import('./unlock-desk.ts');
      const opened = await unlockDesk(opener);
      if (!opened.ok) return opened.reason;
      setKey(opened.value);
      await read(opened.value);
      return null;
    },
  };
}
