'use client';

import { useCallback, useEffect, useState } from 'react';
import * as v from 'valibot';
import { CaseId } from '#lib/observation.ts';

/** Where somebody is on the desk. */
export type Place =
  | { at: 'overview' | 'cues' | 'profile' }
  /** With the couple whose notes it is about, or null for all of them. */
  | { at: 'take'; caseId: CaseId | null }
  | { at: 'case'; caseId: CaseId };

/** The address of a place on the desk; behind the #, so that the server does not hear of it. */
export function addressOf(place: Place): string {
  if (place.at === 'overview') return '#';
  return 'caseId' in place && place.caseId ? `#${place.at}.${place.caseId}` : `#${place.at}`;
}

/** The place that a fragment names; null for one that is about something else. */
export function placeIn(fragment: string): Place | null {
  const named = fragment.replace(/^#/, '');
  if (named === '') return { at: 'overview' };
  if (named === 'cues' || named === 'profile') return { at: named };
  if (named === 'take') return { at: named, caseId: null };
  const [at, id] = named.split('.');
  const caseId = v.safeParse(CaseId, id);
  if (!caseId.success || (at !== 'case' && at !== 'take')) return null;
  return { at, caseId: caseId.output };
}

/** Where somebody is, by the fragment of the address; `moved` once they went somewhere else on this page. */
export function usePlace(): { place: Place; moved: boolean } {
  const [state, setState] = useState<{ place: Place; moved: boolean }>({
    place: { at: 'overview' },
    moved: false,
  });
  const look = useCallback((moved: boolean) => {
    const place = placeIn(location.hash);
    if (place) setState({ place, moved });
  }, []);
  useEffect(() => {
    look(false);
    const move = () => {
      look(true);
      scrollTo(0, 0);
    };
    addEventListener('hashchange', move);
    return () => removeEventListener('hashchange', move);
  }, [look]);
  return state;
}
