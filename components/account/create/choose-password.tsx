'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Email, Role } from '#lib/account.ts';
import { makeVault } from '#lib/client/account/create.ts';
import type { NewVault } from '#lib/vault/account-vault.ts';
import { Check } from '../check.tsx';
import { EmailField } from '../email-field.tsx';
import { Frame } from '../frame.tsx';
import { NewPasswordField } from '../new-password-field.tsx';
import { Stay } from '../stay.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useEmail } from '../use-email.ts';
import { useNewPassword } from '../use-new-password.ts';
import { useWork } from '../use-work.ts';

interface Props {
  email: Email;
  onChosen(chosen: { password: string; made: NewVault; role: Role; stay: boolean }): void;
}

/** A password for the new account, and all that is made of it on this device. */
export function ChoosePassword({ email, onChosen }: Props) {
  const t = useTranslations('newAccount.password');
  const work = useWork();
  const address = useEmail(email);
  const password = useNewPassword(useTranslations('account.password')('new'), email);
  const [therapist, setTherapist] = useState(false);
  const [stay, setStay] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const made = await work.run(async () => {
      const typed = await password.take();
      if (typed === null) return null;
      const vault = await makeVault(typed);
      return vault.ok ? { ok: true, value: { password: typed, made: vault.value } } : vault;
    });
    const role = therapist ? 'therapist' : 'partner';
    if (made) onChosen({ ...made.value, role, stay: stay && !therapist });
  };
  return (
    <Frame arrived title={t('heading')}>
      <p>{t('about')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <EmailField email={address} readOnly />
        <NewPasswordField password={password} />
        {!therapist && <Stay stay={stay} onStay={setStay} />}
        <Check
          label={t('therapist')}
          hint={t('therapistHint')}
          checked={therapist}
          onCheck={setTherapist}
        />
        <TroubleNote trouble={work.trouble} />
        <p className="small">
          {t.rich('consent', {
            privacy: (words) => (
              <a href="/privacy" target="_blank" rel="noreferrer">
                {words}
              </a>
            ),
          })}
        </p>
        <Submit work={work} label={t('submit')} busyLabel={t('busy')} />
      </form>
    </Frame>
  );
}
