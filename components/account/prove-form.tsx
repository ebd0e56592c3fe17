'use client';

import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl/react';
import type { AccountOverview } from '#lib/account/overview.ts';
import type { Given } from '#lib/client/account/proof.ts';
import type { Trouble } from '#lib/client/account/trouble.ts';
import type { Result } from '#lib/dialogue/result.ts';
import { ProveFields } from './prove-fields.tsx';
import { ProveTrouble } from './prove-trouble.tsx';
import { Submit } from './submit.tsx';
import { useProve } from './use-prove.ts';
import { useWork } from './use-work.ts';

interface Props<Value> {
  overview: AccountOverview;
  label: string;
  busyLabel: string;
  work(given: Given): Promise<Result<Value, Trouble>>;
  onDone(value: Value, given: Given): void;
}

/** Does something that only the owner may do, once it is known that it is the owner. */
export function ProveForm<Value>({ overview, label, busyLabel, work, onDone }: Props<Value>) {
  const t = useTranslations('account.prove');
  const prove = useProve(overview);
  const under = useWork();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = prove.take();
    if (!given) return under.forget();
    const done = await under.run(() => work(given));
    if (done) onDone(done.value, given);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="soft small">{t('about')}</p>
      <ProveFields prove={prove} />
      <ProveTrouble trouble={under.trouble} />
      <Submit work={under} label={label} busyLabel={busyLabel} />
    </form>
  );
}
