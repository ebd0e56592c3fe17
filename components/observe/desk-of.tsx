'use client';

import { createContext, type ReactNode, use } from 'react';
import { type DeskOnThisDevice, useDesk } from '#lib/client/use-desk.ts';

const DeskContext = createContext<DeskOnThisDevice | null>(null);

/** Her desk, read once for everything inside. */
export function DeskOf({ children }: { children: ReactNode }) {
  return <DeskContext value={useDesk()}>{children}</DeskContext>;
}

/** The desk around this component. Throws outside of one. */
export function useDeskOf(): DeskOnThisDevice {
  const desk = use(DeskContext);
  if (!desk) throw new Error('No desk around this component');
  return desk;
}
