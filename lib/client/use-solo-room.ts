'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Exercise } from '#lib/exercises/exercise.ts';
import type { Language } from '#lib/i18n/language.ts';
import { deviceClock } from './clock.ts';
import type { SoloPartner } from './solo-partner.ts';
import { SoloRoom, type SoloSnapshot } from './solo-room.ts';

/** A room with one person in it, for as long as the component stands. */
export function useSoloRoom(
  exercise: Exercise,
  partner: SoloPartner,
  language: Language,
): { room: SoloRoom; snapshot: SoloSnapshot } {
  const [room] = useState(() => new SoloRoom({ exercise, partner, language, clock: deviceClock }));
  useEffect(() => room.speak(language), [room, language]);
  useEffect(() => () => room.close(), [room]);
  const snapshot = useSyncExternalStore(
    useCallback((watcher: () => void) => room.watch(watcher), [room]),
    () => room.snapshot,
    () => room.snapshot,
  );
  return { room, snapshot };
}
