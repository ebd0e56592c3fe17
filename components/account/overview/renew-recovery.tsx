'use client';

import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { AccountOverview } from '#lib/account/overview.ts';
import { makeRecoveryCode, type NextCode, putRecoveryCode } from '#lib/client/account/change.ts';
import { PasswordField } from '../password-field.tsx';
import { ProveTrouble } from '../prove-trouble.tsx';
import { ShowCode } from '../recovery/show-code.tsx';
import { TypeCode } from '../recovery/type-code.tsx';
import { SecondField } from '../second-field.tsx';
import { Submit } from '../submit.tsx';
import { useProve } from '../use-prove.ts';
import { useWork } from '../use-work.ts';

interface Props {
  overview: AccountOverview;
  onDone(): void;
}

/**
 * Another recovery code, which counts only once it was typed. A code from an app is asked at the end: one
 * that was given at the beginning would be too old by then.
 */
export function RenewRecovery({ overview, onDone }: Props) {
  const t = useTranslations('account.signingIn');
  const about = useTranslations('account.prove');
  const work = useWork();
  const prove = useProve(overview);
  const [next, setNext] = useState<NextCode | null>(null);
  const [typing, setTyping] = useState(false);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    const password = prove.password.take();
    if (password === null) return work.forget();
    const made = await work.run(() => makeRecoveryCode(password));
    if (made) setNext(made.value);
  };
  if (!next) {
    return (
      <form className="stack" onSubmit={make} noValidate>
        <p>{t('renewAbout')}</p>
        <p className="soft small">{about('about')}</p>
        <PasswordField {...prove.password.field} />
        <ProveTrouble trouble={work.trouble} />
        <Submit work={work} label={t('make')} busyLabel={t('making')} />
      </form>
    );
  }
  if (!typing) return <ShowCode code={next.recoveryCode} onKept={() => setTyping(true)} />;
  const put = async () => {
    const given = prove.take();
    if (given && (await work.run(() => putRecoveryCode(given, next)))) onDone();
  };
  return (
    <TypeCode
      code={next.recoveryCode}
      work={work}
      label={t('confirm')}
      busyLabel={t('confirming')}
      onTyped={() => void put()}
      onBack={() => setTyping(false)}
    >
      {prove.second && <SecondField second={prove.second} both={prove.both} />}
    </TypeCode>
  );
}
