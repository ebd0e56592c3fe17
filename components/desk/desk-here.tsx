'use client';

import { createContext, use } from 'react';
import type { DeskTrouble } from '#lib/client/desk.ts';
import type { DeskChange, DeskItemId } from '#lib/desk.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';
import type { DeskContent } from '#lib/vault/desk-item.ts';
import type { Spread } from './spread.ts';

/** What every part of the desk may need. */
export interface DeskHere extends Spread {
  catalogue: Catalogue;
  /** Makes a change at the server; what is shown is the desk as it is then. */
  change(change: DeskChange): Promise<Result<unknown, DeskTrouble>>;
  /** Seals something and keeps it, in the place of what stood under this id. */
  keep(id: DeskItemId | null, content: DeskContent): Promise<Result<unknown, DeskTrouble>>;
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
