'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { openRooms } from '#lib/client/open-rooms.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Opener } from '#lib/vault/account-vault.ts';
import { Field } from '../field.tsx';
import { Frame } from '../frame.tsx';
import { PasswordField } from '../password-field.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { usePassword } from '../use-password.ts';
import { useWork } from '../use-work.ts';
import { RoomLinks } from './room-links.tsx';

interface Props {
  rooms: readonly RoomId[];
  /** Whether the account has a desk as well. */
  therapist: boolean;
  shut: readonly RoomId[];
  onOpened(shut: readonly RoomId[]): void;
  onLater(): void;
}

/** Asks for what opens the rooms: the password, the recovery code, or the partner. */
export function OpenForm({ rooms, therapist, shut, onOpened, onLater }: Props) {
  const t = useTranslations('signIn.unlock');
  const account = useTranslations('account');
  const work = useWork();
  const password = usePassword(account('password.label'));
  const codeField = useRef<HTMLInputElement>(null);
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [code, setCode] = useState('');

  const open = async (opener: Opener) => {
    const opened = await work.run(() => openRooms(opener, rooms, therapist));
    if (opened) onOpened(opened.value);
  };
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
      <p>{t('about', { count: shut.length })}</p>
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
      <section className="stack" aria-labelledby="partner">
        <h2 id="partner">{t('partner')}</h2>
        <p>{t('partnerAbout')}</p>
        <RoomLinks rooms={shut} />
      </section>
      <button type="button" className="button button-quiet" onClick={onLater}>
        {t('later')}
      </button>
    </Frame>
  );
}
