'use client';

import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { ObserverBar } from './bar.tsx';
import { KnockNote } from './knock-note.tsx';
import { ObserverNews } from './news.tsx';
import { ObserverRequest } from './request.tsx';
import { ObserverSuggestion } from './suggestion.tsx';

export interface InRoomProps {
  part: 'bar' | 'knock' | 'news' | 'request' | 'suggestion';
  session: SessionSnapshot | null;
}

/** What a room shows of whoever waits at its door or watches, at the place where each part belongs. */
export function InRoom({ part, session }: InRoomProps) {
  switch (part) {
    case 'bar':
      return <ObserverBar session={session} />;
    case 'knock':
      return <KnockNote />;
    case 'news':
      return <ObserverNews session={session} />;
    case 'request':
      return session && <ObserverRequest session={session} />;
    case 'suggestion':
      return <ObserverSuggestion />;
    default:
      return assertNever(part);
  }
}
