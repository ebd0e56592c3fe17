'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { LinkAsked } from '#lib/account/links.ts';
import { askToReset } from '#lib/client/account/reset.ts';
import { readTicket } from '#lib/client/account/ticket-link.ts';
import { AskForm } from '../ask-form.tsx';
import { Asked } from '../asked.tsx';
import { Frame, Waiting } from '../frame.tsx';
import { useEmail } from '../use-email.ts';
import { useFragment } from '../use-fragment.ts';
import { Opened } from './opened.tsx';

/** A new password for who forgot the old one: from the address, over a link, to signing in. */
export function Reset() {
  const t = useTranslations('reset');
  const fragment = useFragment();
  const email = useEmail();
  const [asked, setAsked] = useState<LinkAsked['by'] | null>(null);
  const [again, setAgain] = useState(false);
  const ticket = readTicket(fragment ?? '', 'reset');

  if (fragment === null) return <Waiting>{t('opening')}</Waiting>;
  if (ticket && !again) {
    return <Opened key={ticket} ticket={ticket} onAgain={() => setAgain(true)} />;
  }
  if (asked) {
    return (
      <Asked
        of="reset"
        by={asked}
        email={email.field.value}
        onAgain={() => {
          setAsked(null);
          setAgain(true);
        }}
      />
    );
  }
  return (
    <Frame arrived={again} title={t('ask.heading')}>
      <p>{t('ask.about')}</p>
      <AskForm
        email={email}
        label={t('ask.submit')}
        busyLabel={t('ask.busy')}
        ask={askToReset}
        onAsked={setAsked}
      />
      <a className="button button-quiet" href="/account/sign-in">
        {t('ask.back')}
      </a>
    </Frame>
  );
}
