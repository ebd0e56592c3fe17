'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { AccountOverview } from '#lib/account/overview.ts';
import { addPasskey } from '#lib/client/account/passkey.ts';
import { Field } from '../field.tsx';
import { FreshForm } from '../fresh-form.tsx';
import { Submit } from '../submit.tsx';
import { TroubleNote } from '../trouble-note.tsx';
import { useFresh } from '../use-fresh.ts';

const longest = 40;

interface Props {
  overview: AccountOverview;
  onDone(codes: readonly string[]): void;
}

/** Makes a passkey, under a name by which its owner knows it in a list. */
export function AddPasskey({ overview, onDone }: Props) {
  const t = useTranslations('account.passkeys');
  const fresh = useFresh();
  const { work } = fresh;
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
    await fresh.run((given) => addPasskey(name.trim(), given), onDone);
  };
  if (fresh.waiting) return <FreshForm overview={overview} fresh={fresh} />;
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
