'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { ResetOpened } from '#lib/account/links.ts';
import type { TicketSecret } from '#lib/account.ts';
import { makeVault } from '#lib/client/account/create.ts';
import { finishReset } from '#lib/client/account/reset.ts';
import type { NewVault } from '#lib/vault/account-vault.ts';
import { EmailField } from '../email-field.tsx';
import { Frame } from '../frame.tsx';
import { NewPasswordField } from '../new-password-field.tsx';
import { ShowCode } from '../recovery/show-code.tsx';
import { TypeCode } from '../recovery/type-code.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useEmail } from '../use-email.ts';
import { useNewPassword } from '../use-new-password.ts';
import { useWork } from '../use-work.ts';

interface Props {
  ticket: TicketSecret;
  opened: ResetOpened;
  onDone(): void;
}

/** A new vault under a new password, with a recovery code that is typed before anything is stored. */
export function Fresh({ ticket, opened, onDone }: Props) {
  const t = useTranslations('reset');
  const account = useTranslations('account');
  const work = useWork();
  const address = useEmail(opened.email);
  const password = useNewPassword(account('password.new'), opened.email);
  const [made, setMade] = useState<NewVault | null>(null);
  const [typing, setTyping] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const fresh = await work.run(async () => {
      const typed = await password.take();
      return typed === null ? null : makeVault(typed);
    });
    if (fresh) setMade(fresh.value);
  };
  const finish = async (fresh: NewVault) => {
    if (await work.run(() => finishReset(ticket, opened.email, { fresh }))) onDone();
  };
  if (made && typing) {
    return (
      <Frame arrived title={account('recovery.typeHeading')}>
        <TypeCode
          code={made.recoveryCode}
          work={work}
          label={t('submit')}
          busyLabel={t('busy')}
          onTyped={() => void finish(made)}
          onBack={() => setTyping(false)}
        />
      </Frame>
    );
  }
  if (made) {
    return (
      <Frame arrived title={account('recovery.heading')}>
        <ShowCode code={made.recoveryCode} onKept={() => setTyping(true)} />
      </Frame>
    );
  }
  return (
    <Frame arrived title={t('fresh.heading')}>
      <p>{t('fresh.about')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <EmailField email={address} readOnly />
        <NewPasswordField password={password} />
        <TroubleNote trouble={work.trouble} />
        <Submit work={work} label={t('next')} busyLabel={t('making')} />
      </form>
    </Frame>
  );
}
