'use client';

import { useTranslations } from 'use-intl/react';
import type { LinkAsked } from '#lib/account/links.ts';
import { askForLink } from '#lib/client/account/reset.ts';
import { AskForm } from '../ask-form.tsx';
import { Frame } from '../frame.tsx';
import type { useEmail } from '../use-email.ts';

interface Props {
  email: ReturnType<typeof useEmail>;
  onAsked(by: LinkAsked['by']): void;
  onBack(): void;
}

/** Asks for a link to sign in with. */
export function AskLink({ email, onAsked, onBack }: Props) {
  const t = useTranslations('signIn.ask');
  return (
    <Frame arrived title={t('heading')}>
      <p>{t('about')}</p>
      <AskForm
        email={email}
        label={t('submit')}
        busyLabel={t('busy')}
        ask={askForLink}
        onAsked={onAsked}
      />
      <button type="button" className="button button-quiet" onClick={onBack}>
        {t('back')}
      </button>
    </Frame>
  );
}
