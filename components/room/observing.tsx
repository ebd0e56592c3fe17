'use client';

import { lazy, Suspense, useState } from 'react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { useHere } from './here.tsx';

// Nearly every talk is one of two: what a third needs is fetched when there is one.
const parts = () => import('#components/observing/in-room.ts');
const Bar = lazy(async () => ({ default: (await parts()).ObserverBar }));
const News = lazy(async () => ({ default: (await parts()).ObserverNews }));
const Knock = lazy(async () => ({ default: (await parts()).KnockNote }));
const Request = lazy(async () => ({ default: (await parts()).ObserverRequest }));
const Between = lazy(async () => ({ default: (await parts()).BetweenTalks }));

interface Props {
  session: SessionSnapshot | null;
}
