'use client';

import { createContext, use } from 'react';
import type { DeskOnThisDevice } from '#lib/client/use-desk.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';
import type { Spread } from './spread.ts';

/** What every part of the desk may need. */
export interface DeskHere extends Spread, Pick<DeskOnThisDevice, 'change' | 'keep' | 'take'> {
  catalogue: Catalogue;
}

const DeskContext = createContext<DeskHere | null>(null);

/** Hands the desk down to everything inside. */
export const DeskProvider = DeskContext;

/** The desk somebody is at. Throws outside of it. */
export function useDeskHere(): DeskHere {
  const here = use(DeskContext);
  if (!here) throw new Error('No desk around this component');
  return here;
}
