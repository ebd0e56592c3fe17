'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RoomId } from '#lib/dialogue/id.ts';
import { browserHolder } from '#lib/vault/browser-holder.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { deviceClock } from '../clock.ts';
import { keepCaseKey } from '../desk.ts';
import { deviceShelf } from '../exercise-shelf.ts';
import { nothingWatched, type ObserverActions, ObserverClient } from './observer-client.ts';
import { observerLink } from './observer-link.ts';
import type { ObserverSnapshot } from './observer-snapshot.ts';
import { attendOver } from './steps.ts';

const nothingToStop = () => undefined;

export interface ObservationOnThisDevice {
  snapshot: ObserverSnapshot;
  /** Null until this device's key pair has been read, and on a device that keeps none. */
  observer: ObserverActions | null;
}

/**
 * A session as a therapist watches it on this device, live for as long as the component stands.
 * @param on only once she is admitted (`Knocker`): before that the server turns her away, which is an end.
 */
export function useObservation(roomId: RoomId, on: boolean): ObservationOnThisDevice {
  const [client, setClient] = useState<ObserverClient | null>(null);

  useEffect(() => {
    if (!on) return;
    let opened: ObserverClient | null = null;
    let left = false;
    browserHolder()
      .then((holder) => {
        if (left) return;
        const take = attendOver(roomId);
        opened = new ObserverClient({
          roomId,
          link: observerLink(roomId),
          take,
          safe: browserSafe(),
          clock: deviceClock,
          holder,
          fetchExercise: deviceShelf.fetch,
          caseKeyCame: (given) => void keepCaseKey(take, given),
        });
        setClient(opened);
      })
      .catch(() => undefined);
    return () => {
      left = true;
      opened?.close();
      setClient(null);
    };
  }, [roomId, on]);

  const snapshot = useSyncExternalStore(
    useCallback((watcher: () => void) => client?.watch(watcher) ?? nothingToStop, [client]),
    () => client?.snapshot ?? nothingWatched,
    () => nothingWatched,
  );
  return { snapshot, observer: client };
}
