'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Screen, Waiting } from '#components/join/screen.tsx';
import type { DeskHere } from '#lib/client/use-desk.ts';
import type { Profile } from '#lib/observation.ts';

interface Props {
  here: DeskHere;
  onRetry(): void;
  children(known: { profile: Profile; verified: boolean }): ReactNode;
}

/** Lets her go on once it is known how she introduces herself: the couple sees that before it chooses. */
export function Introduced({ here, onRetry, children }: Props) {
  const t = useTranslations('observe');
  switch (here.at) {
    case 'reading':
      return <Waiting>{t('looking')}</Waiting>;
    case 'no-answer':
    case 'refused':
      return (
        <Screen title={t('link.offline.title')} body={t('link.offline.text')}>
          <button type="button" className="button button-primary" onClick={onRetry}>
            {t('link.retry')}
          </button>
        </Screen>
      );
    default: {
      const { profile, verified } = here.desk;
      if (profile) return children({ profile, verified });
      return (
        <Screen title={t('profile.title')} body={t('profile.text')}>
          <a className="button button-primary" href="/desk#profile">
            {t('profile.action')}
          </a>
        </Screen>
      );
    }
  }
}
