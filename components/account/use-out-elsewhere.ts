'use client';

import { useEffect } from 'react';
import { hearTabs } from '#lib/client/account/tabs.ts';

/**
 * Leaves a page that has read words or keys when somebody signs out in another tab. What a page has read
 * is gone with the page alone, so the browser goes to another one.
 */
export function useOutElsewhere(): void {
  useEffect(
    () =>
      hearTabs((message) => {
        if (message === 'out') location.replace('/account/sign-in');
      }),
    [],
  );
}
