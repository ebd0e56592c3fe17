'use client';

import { lazy, Suspense } from 'react';

const Between = lazy(async () => ({
  default: (await import('#components/observing/between.tsx')).BetweenTalks,
}));

/** What a therapist gave for between two talks. It comes after the rest of the lobby. */
export function BetweenSlot() {
  return (
    <Suspense fallback={null}>
      <Between />
    </Suspense>
  );
}
