'use client';

import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Screen } from '#components/join/screen.tsx';
import type { Profile } from '#lib/observation.ts';

/** The most characters of a purpose, as the wire has it. */
const longest = 200;

interface Props {
  profile: Profile;
  verified: boolean;
  /** What was written before, to go on from. */
  purpose: string;
  onKnock(purpose: string): Promise<unknown>;
  /** Whether the last try got no answer. */
  offline: boolean;
  children: ReactNode;
}

/** Where she says what she comes for, and knocks. Of the couple nothing is shown here. */
export function KnockForm({
  profile,
  verified,
  purpose: before,
  onKnock,
  offline,
  children,
}: Props) {
  const t = useTranslations('observe.knock');
  const away = useTranslations('observe')('offline');
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [purpose, setPurpose] = useState(before);
  const [fault, setFault] = useState<'empty' | 'long' | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const said = purpose.trim();
    const found = said === '' ? 'empty' : said.length > longest ? 'long' : null;
    setFault(found);
    if (found) return area.current?.focus();
    setBusy(true);
    await onKnock(said);
    setBusy(false);
  };
  return (
    <Screen title={t('title')} body={t('about')}>
      <form className="stack" onSubmit={submit} noValidate>
        <div className="card">
          <p>{t('as', { name: profile.name, role: profile.role })}</p>
          <p className="soft small">
            {t(verified ? 'verified' : 'unverified')} <a href="/desk#profile">{t('change')}</a>
          </p>
        </div>
        <div className="field">
          <label htmlFor={id}>{t('purpose')}</label>
          <textarea
            ref={area}
            id={id}
            rows={3}
            className="input"
            value={purpose}
            onChange={(event) => {
              setPurpose(event.target.value);
              setFault(null);
            }}
            aria-required="true"
            aria-invalid={fault !== null}
            aria-describedby={`${id}-hint`}
          />
          <p
            id={`${id}-hint`}
            className={fault ? 'alert small' : 'soft small'}
            role={fault ? 'alert' : undefined}
          >
            {t(fault ?? 'hint')}
          </p>
        </div>
        <button type="submit" className="button button-primary button-wide" aria-disabled={busy}>
          {t(busy ? 'busy' : 'submit')}
        </button>
        <p role="status" className={offline && !busy ? 'small' : 'visually-hidden'}>
          {busy ? t('busy') : offline && away}
        </p>
      </form>
      {children}
    </Screen>
  );
}
