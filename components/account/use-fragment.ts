'use client';

import { useEffect, useState } from 'react';

const wipe = () => history.replaceState(null, '', location.pathname);

/**
 * What stood behind the # of the address, empty when nothing did; null until it was looked at. It is
 * wiped from the address at once and from then on only in memory.
 */
export function useFragment(): string | null {
  const [fragment, setFragment] = useState<string | null>(null);
  useEffect(() => {
    const take = () => {
      // A wiped address has none, also for the second look of a development build.
      if (location.hash.length > 1) {
        setFragment(location.hash.slice(1));
        wipe();
        // On the first page Next listens to this only once all effects have run; a later refresh
        // would put the address back as Next knew it.
        queueMicrotask(wipe);
      } else setFragment((known) => known ?? '');
    };
    take();
    // A second link pasted in the same tab changes only the fragment, and loads no page.
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  return fragment;
}
