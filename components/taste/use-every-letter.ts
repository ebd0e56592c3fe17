'use client';

import { useEffect } from 'react';

/**
 * Fetches our letters for every script along with the page. A browser fetches them only when the first
 * such letter is typed, and then the server would learn that much of what somebody writes.
 */
export function useEveryLetter(): void {
  useEffect(() => {
    for (const face of document.fonts) {
      // Without them the letters of the device stand in.
      if (face.style === 'normal') face.load().catch(() => undefined);
    }
  }, []);
}
