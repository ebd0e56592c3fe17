'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { TicketSecret } from '#lib/account.ts';
import { type Signing, signInWithLink } from '#lib/client/account/sign-in.ts';
import { Frame } from '../frame.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useWork } from '../use-work.ts';

interface Props {
  ticket: TicketSecret;
  onSigning(signing: Signing): void;
  onBack(): void;
}

/**
 * Whoever opened a link to sign in says so themselves: a program that looks at mail does not spend it,
 * and nobody finds themselves in an account that somebody else sent them to.
 */
export function Arrival({ ticket, onSigning, onBack }: Props) {
  const t = useTranslations('signIn');
  const work = useWork();
  const spent = work.trouble?.reason === 'spent';
  const go = async () => {
    const signed = await work.run(() => signInWithLink(ticket));
    if (signed) onSigning(signed.value);
  };
  return (
    <Frame arrived title={t('arrival.heading')}>
      <p>{t('arrival.about')}</p>
      <TroubleNote trouble={work.trouble} />
      {!spent && (
        <Button className="button-primary button-wide" off={work.busy} onPress={() => void go()}>
          {work.busy ? t('busy') : t('arrival.go')}
        </Button>
      )}
      <Button className="button-quiet" onPress={onBack}>
        {t('ask.back')}
      </Button>
    </Frame>
  );
}
