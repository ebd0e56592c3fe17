'use client';

import { lazy } from 'react';
import { fetchDetail } from '#components/library/lazy-detail.ts';
import { fetchObserving } from './observing.tsx';

// Fetched when they are needed, so that the page itself stays light.
const session = () => import('./session/session-screen.tsx');
const lobby = () => import('./lobby/lobby.tsx');
const waitingRoom = () => import('./lobby/waiting-room.tsx');

export const SessionScreen = lazy(async () => ({ default: (await session()).SessionScreen }));
export const Lobby = lazy(async () => ({ default: (await lobby()).Lobby }));
export const WaitingRoom = lazy(async () => ({ default: (await waitingRoom()).WaitingRoom }));

/** Fetches every screen for two now, so that none has to be fetched where there is no network. */
export async function fetchScreens(): Promise<void> {
  await Promise.all([session(), lobby(), fetchDetail(), fetchObserving()]);
}
