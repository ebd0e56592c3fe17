'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { ResetOpened } from '#lib/account/links.ts';
import type { TicketSecret } from '#lib/account.ts';
import { finishReset, type Renewal, renewWithCode } from '#lib/client/account/reset.ts';
import { EmailField } from '../email-field.tsx';
import { Field } from '../field.tsx';
import { Frame } from '../frame.tsx';
import { NewPasswordField } from '../new-password-field.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useEmail } from '../use-email.ts';
import { useNewPassword } from '../use-new-password.ts';
import { useWork } from '../use-work.ts';

interface Props {
  ticket: TicketSecret;
  opened: ResetOpened;
  onDone(): void;
  onBack(): void;
}

/** A new password with the recovery code: nothing else changes. */
export function WithCode({ ticket, opened, onDone, onBack }: Props) {
  const t = useTranslations('reset');
  const account = useTranslations('account');
  const work = useWork();
  const address = useEmail(opened.email);
  const password = useNewPassword(account('password.new'), opened.email);
  const codeField = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  /** What was made of what is in the fields: asking again sends the same. */
  const made = useRef<{ of: string; renewal: Renewal } | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await work.run(async () => {
      if (code.trim() === '') {
        codeField.current?.focus();
        return null;
      }
      const typed = await password.take();
      if (typed === null) return null;
      const of = JSON.stringify([code, typed]);
      if (made.current?.of !== of) {
        const renewal = await renewWithCode(code, typed, opened);
        if (!renewal.ok) return renewal;
        made.current = { of, renewal: renewal.value };
      }
      return finishReset(ticket, opened.email, made.current.renewal);
    });
    if (done) onDone();
  };
  return (
    <Frame arrived title={t('code.heading')}>
      <p>{t('code.about')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <EmailField email={address} readOnly />
        <Field
          ref={codeField}
          label={account('recovery.label')}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={60}
          value={code}
          onValue={setCode}
        />
        <NewPasswordField password={password} />
        <TroubleNote trouble={work.trouble}>
          {work.trouble?.reason === 'unreadable' ? t('code.wrong') : undefined}
        </TroubleNote>
        <Submit work={work} label={t('submit')} busyLabel={t('busy')} />
        <button type="button" className="button button-quiet" onClick={onBack}>
          {t('without.back')}
        </button>
      </form>
    </Frame>
  );
}
