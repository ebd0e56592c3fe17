'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RoomId } from '#lib/dialogue/id.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { deviceClock } from './clock.ts';
import { keptVault } from './device-keys.ts';
import { deviceShelf } from './exercise-shelf.ts';
import { type RoomActions, RoomClient } from './room-client.ts';
import type { RoomSnapshot } from './snapshot.ts';
import { socketLink } from './socket-link.ts';

const nothingYet: RoomSnapshot = {
  connection: 'connecting',
  view: null,
  names: { a: null, b: null },
  session: null,
  key: 'held',
  clockOffset: 0,
};

const nothingToStop = (): void => undefined;

export interface RoomOnThisDevice {
  snapshot: RoomSnapshot;
  /** Null until the room's key has been read from the device. */
  room: RoomActions | null;
  /** Whether this device holds the room's key: not any more, once the room went over to another. */
  key: 'reading' | 'present' | 'missing';
}

/** The room as this device sees it, live for as long as the component stands. */
export function useRoom(roomId: RoomId): RoomOnThisDevice {
  const [client, setClient] = useState<RoomClient | null>(null);
  const [key, setKey] = useState<RoomOnThisDevice['key']>('reading');

  useEffect(() => {
    let opened: RoomClient | null = null;
    let left = false;
    const safe = browserSafe();
    keptVault(roomId, safe).then((keys) => {
      if (left) return;
      // Reading the auth session renews its cookie: the seat is kept for as long as someone comes back.
      fetch('/api/auth/session')
        .then((answer) => answer.text())
        .catch(() => undefined);
      setKey(keys ? 'present' : 'missing');
      if (!keys) return;
      opened = new RoomClient({
        roomId,
        keys,
        origin: location.origin,
        link: socketLink(roomId),
        safe,
        clock: deviceClock,
        fetchExercise: deviceShelf.fetch,
      });
      setClient(opened);
    });
    return () => {
      left = true;
      opened?.close();
      setClient(null);
    };
  }, [roomId]);

  const snapshot = useSyncExternalStore(
    useCallback((watcher: () => void) => client?.watch(watcher) ?? nothingToStop, [client]),
    () => client?.snapshot ?? nothingYet,
    () => nothingYet,
  );
  const watched = snapshot.view?.observation?.admitted ?? false;
  useEffect(() => {
    if (!client || !watched) return;
    let left = false;
    let stop = nothingToStop;
    import('./observation/give-here.ts')
      .then(({ giveHere }) => {
        if (!left) stop = giveHere(roomId, client);
      })
      .catch(nothingToStop);
    return () => {
      left = true;
      stop();
    };
  }, [roomId, client, watched]);
  return { snapshot, room: client, key: snapshot.key === 'lost' ? 'missing' : key };
}
