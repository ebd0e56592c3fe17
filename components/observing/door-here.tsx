'use client';

import { createContext, type ReactNode, use } from 'react';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Door } from './use-door.ts';

/** What every part of the door may need. */
export interface DoorHere extends Omit<Door, 'opened' | 'trouble'> {
  roomId: RoomId;
  /** How the partner is called, in the middle of a sentence. */
  partner: string;
}

const DoorContext = createContext<DoorHere | null>(null);

/** The door around this component. Throws away from one. */
export function useDoorHere(): DoorHere {
  const here = use(DoorContext);
  if (!here) throw new Error('No door around this component');
  return here;
}

/** Hands the door down to everything inside. */
export function DoorProvider({ children, ...here }: DoorHere & { children: ReactNode }) {
  return <DoorContext value={here}>{children}</DoorContext>;
}
