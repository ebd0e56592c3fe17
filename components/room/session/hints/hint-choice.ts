'use client';

import { useSyncExternalStore } from 'react';

/** Where this device remembers that its owner wants no hints. */
const place = 'weerklank-hints';
const watchers = new Set<() => void>();

/** Whether hints are shown on this device, and a way to change that. Each chooses for themselves. */
export function useHintChoice(): { on: boolean; choose(on: boolean): void } {
  const on = useSyncExternalStore(watch, read, () => false);
  return { on, choose };
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function read(): boolean {
  try {
    return localStorage.getItem(place) !== 'off';
  } catch {
    // Storage that is forbidden remembers no choice.
    return true;
  }
}

function choose(on: boolean): void {
  try {
    if (on) localStorage.removeItem(place);
    else localStorage.setItem(place, 'off');
  } catch {
    return;
  }
  for (const watcher of watchers) watcher();
}
