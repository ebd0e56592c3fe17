'use client';

import type { FormEvent } from 'react';
import { useLanguage } from '#components/language/use-language.ts';
import type { LinkAsked } from '#lib/account/links.ts';
import type { Email } from '#lib/account.ts';
import type { Trouble } from '#lib/client/account/trouble.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { Language } from '#lib/i18n/language.ts';
import { EmailField } from './email-field.tsx';
import { Submit } from './submit.tsx';
import { TroubleNote } from './trouble-note.tsx';
import type { useEmail } from './use-email.ts';
import { useWork } from './use-work.ts';

interface Props {
  email: ReturnType<typeof useEmail>;
  label: string;
  busyLabel: string;
  ask(email: Email, language: Language): Promise<Result<LinkAsked, Trouble>>;
  onAsked(by: LinkAsked['by'], email: Email): void;
}

/** Asks for a link to an address. */
export function AskForm({ email, label, busyLabel, ask, onAsked }: Props) {
  const work = useWork();
  const language = useLanguage();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const address = email.take();
    if (!address) return work.forget();
    const asked = await work.run(() => ask(address, language));
    if (asked) onAsked(asked.value.by, address);
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <EmailField email={email} />
      <TroubleNote trouble={work.trouble} />
      <Submit work={work} label={label} busyLabel={busyLabel} />
    </form>
  );
}
