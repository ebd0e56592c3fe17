'use client';

import { createContext, type ReactNode, use } from 'react';
import { useTranslations } from 'use-intl/react';
import type { ObserverActions } from '#lib/client/observation/observer-client.ts';
import type { ObserverSnapshot } from '#lib/client/observation/observer-snapshot.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Catalogue } from '#lib/exercises/catalogue.ts';
import type { CaseId } from '#lib/observation.ts';
import type { ObserverView } from '#lib/observer-protocol.ts';

/** What every part of her screen may need while she watches. */
export interface Watching {
  snapshot: ObserverSnapshot;
  view: ObserverView;
  actions: ObserverActions;
  catalogue: Catalogue;
  caseId: CaseId;
  /** How a seat is called here; a letter in its place until the names have come. */
  nameOf(seat: Seat): string;
}

const WatchingContext = createContext<Watching | null>(null);

/** The watching around this component. Throws outside of one. */
export function useWatching(): Watching {
  const watching = use(WatchingContext);
  if (!watching) throw new Error('Nobody watches around this component');
  return watching;
}

/** Hands what she watches down to everything inside. */
export function WatchingProvider({
  children,
  ...watching
}: Omit<Watching, 'nameOf'> & { children: ReactNode }) {
  const t = useTranslations('observe');
  const { names } = watching.snapshot;
  const nameOf = (seat: Seat) => names[seat] ?? t(`partner.${seat}`);
  return <WatchingContext value={{ ...watching, nameOf }}>{children}</WatchingContext>;
}
