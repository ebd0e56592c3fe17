'use client';

import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { isCheckDue } from '#lib/care/asked.ts';
import { Check } from './load-check.ts';

interface Props {
  /** What is shown while the device is still being asked. */
  meanwhile: ReactNode;
  children: ReactNode;
}

/**
 * Draws what is inside only once the safety check is behind: nothing in there connects or sends before.
 * Looks once, so that it never comes between two people who are talking.
 */
export function CheckFirst({ meanwhile, children }: Props) {
  const [open, setOpen] = useState<boolean | null>(null);
  useEffect(() => setOpen(!isCheckDue(Date.now())), []);
  if (open === null) return meanwhile;
  if (open) return children;
  return (
    <Suspense fallback={meanwhile}>
      <Check onPass={() => setOpen(true)} />
    </Suspense>
  );
}
