'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Field } from '#components/account/field.tsx';
import { Frame } from '#components/account/frame.tsx';
import { PasswordField } from '#components/account/password-field.tsx';
import { Submit } from '#components/account/submit.tsx';
import { TroubleNote } from '#components/account/trouble-note.tsx';
import { usePassword } from '#components/account/use-password.ts';
import { useWork } from '#components/account/use-work.ts';
import type { DeskOnThisDevice } from '#lib/client/use-desk.ts';
import { accepted, refused } from '#lib/dialogue/result.ts';
import type { Opener } from '#lib/vault/account-vault.ts';

/** Asks for what brings the key of the desk to this device: the password, or the recovery code. */
export function Lock({ unlock }: Pick<DeskOnThisDevice, 'unlock'>) {
  const t = useTranslations('desk.lock');
  const account = useTranslations('account');
  const work = useWork();
  const password = usePassword(account('password.label'));
  const codeField = useRef<HTMLInputElement>(null);
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [code, setCode] = useState('');

  const open = (opener: Opener) =>
    work.run(async () => {
      const trouble = await unlock(opener);
      return trouble ? refused(trouble) : accepted('open');
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (way === 'code') {
      if (code.trim() === '') codeField.current?.focus();
      else void open({ recoveryCode: code });
      return;
    }
    const typed = password.take();
    if (typed) void open({ password: typed });
  };
  const swap = () => {
    work.forget();
    setWay(way === 'code' ? 'password' : 'code');
  };
  const unreadable = work.trouble?.reason === 'unreadable';
  return (
    <Frame arrived title={t('heading')}>
      <p>{t('about')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        {way === 'password' ? (
          <PasswordField {...password.field} />
        ) : (
          <Field
            ref={codeField}
            label={account('recovery.label')}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={60}
            value={code}
            onValue={setCode}
          />
        )}
        <TroubleNote trouble={work.trouble}>
          {unreadable ? t(way === 'code' ? 'wrongCode' : 'wrong') : undefined}
        </TroubleNote>
        <Submit work={work} label={t('submit')} busyLabel={t('busy')} />
        <button type="button" className="button" onClick={swap}>
          {t(way === 'code' ? 'usePassword' : 'useCode')}
        </button>
      </form>
      <p className="soft small">{t('forgotten')}</p>
    </Frame>
  );
}
