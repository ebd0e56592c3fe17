'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { TicketSecret } from '#lib/account.ts';
import { openResetLink } from '#lib/client/account/reset.ts';
import { Frame, Waiting } from '../frame.tsx';
import { LinkTrouble } from '../link-trouble.tsx';
import { useOpenedLink } from '../use-opened-link.ts';
import { Fresh } from './fresh.tsx';
import { WithCode } from './with-code.tsx';
import { Without } from './without.tsx';

type At = 'choose' | 'code' | 'without' | 'fresh' | 'done';

interface Props {
  ticket: TicketSecret;
  onAgain(): void;
}

/** Behind the link: with the recovery code, or without it and knowing what is lost. */
export function Opened({ ticket, onAgain }: Props) {
  const t = useTranslations('reset');
  const link = useOpenedLink(ticket, openResetLink);
  const [at, setAt] = useState<At>('choose');

  if (at === 'done') {
    return (
      <Frame arrived title={t('done.heading')}>
        <p>{t('done.about')}</p>
        <a className="button button-primary" href="/account/sign-in">
          {t('done.signIn')}
        </a>
      </Frame>
    );
  }
  if (link.at === 'opening') return <Waiting>{t('opening')}</Waiting>;
  if (link.at === 'trouble') {
    return (
      <LinkTrouble
        trouble={link.trouble}
        heading={t('spent.heading')}
        spent={t('spent.about')}
        again={t('spent.again')}
        onAgain={onAgain}
        onRetry={link.retry}
      />
    );
  }
  const of = { ticket, opened: link.value, onDone: () => setAt('done') };
  if (at === 'code') return <WithCode {...of} onBack={() => setAt('choose')} />;
  if (at === 'fresh') return <Fresh {...of} />;
  if (at === 'without' || link.value.recoveryWrap === null) {
    return <Without onGoOn={() => setAt('fresh')} onBack={() => setAt('choose')} />;
  }
  return (
    <Frame arrived title={t('choose.heading')}>
      <p>{t('choose.about')}</p>
      <button
        type="button"
        className="button button-primary button-wide"
        onClick={() => setAt('code')}
      >
        {t('choose.have')}
      </button>
      <button type="button" className="button button-wide" onClick={() => setAt('without')}>
        {t('choose.haveNot')}
      </button>
    </Frame>
  );
}
