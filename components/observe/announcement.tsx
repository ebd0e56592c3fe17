'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import type { Time } from '#lib/dialogue/id.ts';
import { useStanding } from './now.tsx';

/** How long something has to stand before it is said: what passes at once would only interrupt. */
const calm = 1_500;

/**
 * Says to who does not see the screen when the floor passes on or they stand still: no more than that, and
 * of what follows fast on each other only the last. What is said in the talk waits to be read.
 */
export function Announcement({ session, now }: { session: ObservedSession; now: Time }) {
  const t = useTranslations('observe');
  const standing = useStanding()(session, now);
  const declined = session.lines.at(-1)?.fact.type === 'request-declined';
  const news = declined ? t('talk.requestDeclined') : standing;
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(news), calm);
    return () => clearTimeout(timer);
  }, [news]);
  useEffect(() => {
    document.title = t('live.title');
    return () => {
      document.title = t('title');
    };
  }, [t]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}
