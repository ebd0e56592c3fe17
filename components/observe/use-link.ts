'use client';

import { useEffect, useState } from 'react';
import { useFragment } from '#components/account/use-fragment.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { keepLink, keptLink } from './kept-link.ts';

/**
 * The fragment of the link she came with, now or before she signed in; empty when there is none, null
 * until that is known. A new one is in the device's safe before it is told.
 */
export function useLink(): string | null {
  const fragment = useFragment();
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    if (fragment === null) return;
    let left = false;
    const safe = browserSafe();
    const found = fragment === '' ? keptLink(safe) : keepLink(safe, fragment).then(() => fragment);
    // A device that keeps nothing still has it in memory.
    found
      .catch(() => fragment)
      .then((known) => {
        if (!left) setLink(known);
      });
    return () => {
      left = true;
    };
  }, [fragment]);
  return link;
}
