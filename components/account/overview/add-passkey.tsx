'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { addPasskey } from '#lib/client/account/passkey.ts';
import { Field } from '../field.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useWork } from '../use-work.ts';

const longest = 40;

/** Makes a passkey, under a name by which its owner knows it in a list. */
export function AddPasskey({ onDone }: { onDone(codes: readonly string[]): void }) {
  const t = useTranslations('account.passkeys');
  const work = useWork();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { length } = name.trim();
    const fits = length > 0 && length <= longest;
    setWrong(!fits);
    if (!fits) {
      field.current?.focus();
      return;
    }
    const added = await work.run(() => addPasskey(name.trim()));
    if (added) onDone(added.value);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field
        ref={field}
        label={t('name')}
        hint={t('nameHint')}
        fault={wrong ? t('nameFault') : null}
        value={name}
        autoComplete="off"
        autoCapitalize="sentences"
        onValue={(typed) => {
          setName(typed);
          setWrong(false);
        }}
      />
      <TroubleNote trouble={work.trouble} />
      <Submit work={work} label={t('add')} busyLabel={t('adding')} />
    </form>
  );
}
