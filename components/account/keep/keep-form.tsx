'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import { openRooms } from '#lib/client/open-rooms.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import { PasswordField } from '../password-field.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { usePassword } from '../use-password.ts';
import { useWork } from '../use-work.ts';

interface Props {
  rooms: readonly RoomId[];
  /** The account was opened; of these rooms it still has no key. */
  onKept(left: readonly RoomId[]): void;
}

/** Asks for the password, with which the keys of rooms are given to the account. */
export function KeepForm({ rooms, onKept }: Props) {
  const t = useTranslations('account');
  const work = useWork();
  const password = usePassword(t('password.label'));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = password.take();
    if (!typed) return;
    const done = await work.run(() => openRooms({ password: typed }, rooms));
    if (done) onKept(done.value);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <PasswordField {...password.field} />
      <TroubleNote trouble={work.trouble} />
      <Submit work={work} label={t('keeping.submit')} busyLabel={t('keeping.busy')} />
    </form>
  );
}
