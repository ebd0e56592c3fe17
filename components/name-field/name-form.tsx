'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { LanguageChoice } from '#components/language/language-choice.tsx';
import type { EntranceRefusal } from '#lib/client/entrance.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Result } from '#lib/dialogue/result.ts';
import { Consent } from './consent.tsx';
import { type NameFault, nameFault } from './name-fault.ts';
import { NameField } from './name-field.tsx';

interface Props {
  label: string;
  /** On the button while it is busy. */
  busyLabel: string;
  enter(name: string): Promise<Result<RoomId, EntranceRefusal>>;
  /** Told of every refusal that trying again with the same form would not mend. */
  onRefused?(reason: EntranceRefusal): void;
  children?: ReactNode;
}

/** Gives your name and your language, and goes into a room with them. */
export function NameForm({ label, busyLabel, enter, onRefused, children }: Props) {
  const t = useTranslations('common.trouble');
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [fault, setFault] = useState<NameFault | null>(null);
  const [trouble, setTrouble] = useState<'answer' | 'storage' | null>(null);
  const [busy, setBusy] = useState(false);

  const stay = (reason: EntranceRefusal) => {
    setBusy(false);
    if (reason === 'name') setFault('long');
    else if (reason === 'storage') setTrouble('storage');
    else if (reason === 'no-answer' || !onRefused) setTrouble('answer');
    else onRefused(reason);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = nameFault(name);
    setFault(found);
    setTrouble(null);
    if (found) {
      field.current?.focus();
      return;
    }
    setBusy(true);
    // What cannot be loaded or thrown on the way reads to a person as no answer.
    const entered = await enter(name).catch(() => null);
    // Busy until the room is there, so that the button is not pressed twice.
    if (entered?.ok) router.push(`/room/${entered.value}`);
    else stay(entered?.reason ?? 'no-answer');
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <NameField
        ref={field}
        name={name}
        fault={fault}
        onName={(typed) => {
          setName(typed);
          setFault(null);
        }}
      />
      <LanguageChoice />
      <button type="submit" className="button button-primary button-wide" aria-disabled={busy}>
        {busy ? busyLabel : label}
      </button>
      <p role="status" className="visually-hidden">
        {busy && busyLabel}
      </p>
      {trouble && (
        <p role="alert" className="alert small">
          {t(trouble)}
        </p>
      )}
      <Consent />
      {children}
    </form>
  );
}
