'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { keptLink } from '#components/observe/kept-link.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';

/** Where a therapist goes on once she has a second step: to the couple whose link waits here, if one does. */
export function Onward({ children }: { children: ReactNode }) {
  const [to, setTo] = useState('/account');
  useEffect(() => {
    keptLink(browserSafe())
      .then((link) => setTo(link === '' ? '/account' : '/observe'))
      .catch(() => undefined);
  }, []);
  return (
    <a className="button button-primary" href={to}>
      {children}
    </a>
  );
}
