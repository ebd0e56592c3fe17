'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Screen, Waiting } from '#components/join/screen.tsx';
import { openObserverLink } from '#lib/client/observation/steps.ts';
import { browserSafe } from '#lib/vault/browser-safe.ts';
import { dropLink } from './kept-link.ts';
import { useLink } from './use-link.ts';

type Why = 'missing' | 'offline' | 'used' | 'expired' | 'withdrawn' | 'unknown' | 'own';

/** Where a therapist opens the link of a couple: from here she goes to their lobby. */
export function Arrival() {
  const t = useTranslations('observe.link');
  const desk = useTranslations('observe')('toDesk');
  const router = useRouter();
  const link = useLink();
  const [why, setWhy] = useState<Why | null>(null);

  const open = useCallback(async () => {
    if (link === null) return;
    if (link === '') return setWhy('missing');
    setWhy(null);
    const opened = await openObserverLink(link);
    if (opened === 'offline') return setWhy('offline');
    // What was opened, or never can be, has no reason to stay.
    await dropLink(browserSafe()).catch(() => undefined);
    if (opened === 'malformed' || opened === 'refused') return setWhy('unknown');
    if (opened.standing === 'open') router.replace(`/observe/${opened.roomId}`);
    else setWhy(opened.standing);
  }, [link, router]);
  useEffect(() => {
    void open();
  }, [open]);

  if (why === null) return <Waiting>{t('reading')}</Waiting>;
  return (
    <Screen key={why} title={t(`${why}.title`)} body={t(`${why}.text`)}>
      <div className="stack">
        {why === 'offline' && (
          <button type="button" className="button button-primary" onClick={() => void open()}>
            {t('retry')}
          </button>
        )}
        <a className="button" href="/desk">
          {desk}
        </a>
      </div>
    </Screen>
  );
}
