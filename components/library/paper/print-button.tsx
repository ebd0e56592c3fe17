'use client';

import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl/react';

const never = () => () => {};

/** Prints the page; there once the page has woken up, since without scripts it could do nothing. */
export function PrintButton() {
  const t = useTranslations('library.paper');
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!awake) return null;
  return (
    <button type="button" className="button button-primary" onClick={() => print()}>
      {t('print')}
    </button>
  );
}
