'use client';

import { useTranslations } from 'use-intl/react';
import type { DeskTrouble } from '#lib/client/desk.ts';

/** What a trouble is called among the sentences of an account; the others are the desk's own. */
const own = { full: 'full', 'not-found': 'gone', 'unknown-exercise': 'exercise', 'too-long': 'long' } as const;

/** Why something on the desk did not come about, and what to do next. */
export function TroubleOnDesk({ trouble }: { trouble: DeskTrouble | null }) {
  const t = useTranslations('desk.failed');
  const common = useTranslations('account');
  if (!trouble) return null;
  return (
    <div role="alert" className="alert small">
      <p>{trouble in own ? '' : ''}</p>
    </div>
  );
}
