'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { LinkAsked } from '#lib/account/links.ts';
import { askToCreate } from '#lib/client/account/create.ts';
import { readTicket } from '#lib/client/account/ticket-link.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { AskForm } from '../ask-form.tsx';
import { Asked } from '../asked.tsx';
import { Frame, Waiting } from '../frame.tsx';
import { useEmail } from '../use-email.ts';
import { useFragment } from '../use-fragment.ts';
import { Opened } from './opened.tsx';

interface Props {
  /** The rooms this browser has a seat in. */
  rooms: readonly RoomId[];
}

/** Making an account: from the address, over a link that was sent, to being signed in. */
export function Create({ rooms }: Props) {
  const t = useTranslations('newAccount');
  const fragment = useFragment();
  const email = useEmail();
  const [asked, setAsked] = useState<LinkAsked['by'] | null>(null);
  const [again, setAgain] = useState(false);
  const ticket = readTicket(fragment ?? '', 'create');

  if (fragment === null) return <Waiting>{t('opening')}</Waiting>;
  if (ticket && !again) {
    return <Opened key={ticket} ticket={ticket} rooms={rooms} onAgain={() => setAgain(true)} />;
  }
  if (asked) {
    return (
      <Asked
        of="newAccount"
        by={asked}
        email={email.field.value}
        onAgain={() => {
          setAsked(null);
          setAgain(true);
        }}
      >
        {rooms.length > 0 && <p className="card">{t('asked.here')}</p>}
      </Asked>
    );
  }
  return (
    <Frame arrived={again} title={t('ask.heading')}>
      <p>{t('ask.about')}</p>
      <AskForm
        email={email}
        label={t('ask.submit')}
        busyLabel={t('ask.busy')}
        ask={askToCreate}
        onAsked={setAsked}
      />
      <p>
        {t('ask.known')} <a href="/account/sign-in">{t('ask.signIn')}</a>
      </p>
    </Frame>
  );
}
