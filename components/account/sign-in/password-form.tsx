'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { type Signing, signInWithPassword } from '#lib/client/account/sign-in.ts';
import { EmailField } from '../email-field.tsx';
import { PasswordField } from '../password-field.tsx';
import { Stay } from '../stay.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import type { useEmail } from '../use-email.ts';
import { usePassword } from '../use-password.ts';
import type { Work } from '../use-work.ts';
import { WaitNote } from './wait-note.tsx';

interface Props {
  email: ReturnType<typeof useEmail>;
  stay: boolean;
  onStay(stay: boolean): void;
  work: Work;
  onSigning(signing: Signing): void;
}

/** Signs in with address and password. */
export function PasswordForm({ email, stay, onStay, work, onSigning }: Props) {
  const t = useTranslations('signIn');
  const password = usePassword(useTranslations('account.password')('label'));
  const [answer, setAnswer] = useState<Signing | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (work.busy) return;
    setAnswer(null);
    const typed = password.take();
    const address = email.take();
    if (!typed || !address) return work.forget();
    const signed = await work.run(() => signInWithPassword(address, typed, stay));
    if (!signed) return;
    setAnswer(signed.value);
    onSigning(signed.value);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <EmailField email={email} withPasskeys />
      <PasswordField {...password.field} />
      <a className="small" href="/account/reset">
        {t('forgot')}
      </a>
      <Stay stay={stay} onStay={onStay} />
      {answer?.at === 'refused' && (
        <p role="alert" className="alert small">
          {t('refused')}
        </p>
      )}
      {answer?.at === 'wait' && <WaitNote seconds={answer.seconds} ways />}
      <TroubleNote trouble={work.trouble} />
      <Submit work={work} label={t('submit')} busyLabel={t('busy')} />
    </form>
  );
}
