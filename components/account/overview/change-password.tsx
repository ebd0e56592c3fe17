'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import type { AccountOverview } from '#lib/account/overview.ts';
import { changePassword } from '#lib/client/account/change.ts';
import { EmailField } from '../email-field.tsx';
import { NewPasswordField } from '../new-password-field.tsx';
import { ProveFields } from '../prove-fields.tsx';
import { ProveTrouble } from '../prove-trouble.tsx';
import { Submit } from '../submit.tsx';
import { useEmail } from '../use-email.ts';
import { useNewPassword } from '../use-new-password.ts';
import { useProve } from '../use-prove.ts';
import { useWork } from '../use-work.ts';

interface Props {
  overview: AccountOverview;
  onDone(): void;
}

/** Another password for the same account. */
export function ChangePassword({ overview, onDone }: Props) {
  const t = useTranslations('account.signingIn');
  const email = useEmail(overview.email);
  const prove = useProve(overview);
  const password = useNewPassword(t('next'), overview.email);
  const work = useWork();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await work.run(async () => {
      const given = prove.take();
      if (!given) return null;
      const next = await password.take();
      return next === null ? null : changePassword(given, next);
    });
    if (done) onDone();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{t('changeAbout')}</p>
      <EmailField email={email} readOnly />
      <ProveFields prove={prove} />
      <NewPasswordField password={password} />
      <ProveTrouble trouble={work.trouble} />
      <Submit work={work} label={t('save')} busyLabel={t('saving')} />
    </form>
  );
}
