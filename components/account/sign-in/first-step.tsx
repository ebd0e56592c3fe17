'use client';

import { useTranslations } from 'use-intl/react';
import type { Signing } from '#lib/client/account/sign-in.ts';
import { Frame } from '../frame.tsx';
import type { useEmail } from '../use-email.ts';
import { useWork } from '../use-work.ts';
import { OtherWays } from './other-ways.tsx';
import { PasswordForm } from './password-form.tsx';

interface Props {
  email: ReturnType<typeof useEmail>;
  stay: boolean;
  onStay(stay: boolean): void;
  /** Whether somebody comes back here from a later step. */
  arrived: boolean;
  /** Why somebody was sent here. `unknown`: the provider knows them, and we do not. */
  notice: 'ended' | 'unknown' | null;
  guestRooms: number;
  provider: string | null;
  onSigning(signing: Signing): void;
  onAskLink(): void;
}

/** The first step of signing in, with every way there is. */
export function FirstStep(props: Props) {
  const { email, stay, onStay, arrived, notice, guestRooms, provider, onSigning, onAskLink } =
    props;
  const t = useTranslations('signIn');
  const work = useWork();
  return (
    <Frame title={t('heading')} arrived={arrived}>
      {notice && <p className="card small">{t(notice)}</p>}
      {guestRooms > 0 && (
        <p className="card small">
          {t.rich('guest', { create: (words) => <a href="/account">{words}</a> })}
        </p>
      )}
      <PasswordForm email={email} stay={stay} onStay={onStay} work={work} onSigning={onSigning} />
      <OtherWays
        stay={stay}
        provider={provider}
        work={work}
        onSigning={onSigning}
        onAskLink={onAskLink}
      />
      <p>
        {t('none')} <a href="/account/create">{t('create')}</a>
      </p>
    </Frame>
  );
}
