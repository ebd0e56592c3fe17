'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Field } from '#components/account/field.tsx';
import { named } from '#lib/client/desk.ts';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import type { CaseHere } from '../spread.ts';
import { useDeskWork } from '../use-desk-work.ts';
import styles from './case.module.css';

const longest = 60;

/** What she calls a couple; only she can read it. */
export function Naming({ one }: { one: CaseHere }) {
  const t = useTranslations('desk.case');
  const common = useTranslations('desk');
  const { keep } = useDeskHere();
  const work = useDeskWork();
  const opener = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);

  const close = () => {
    setTyped(null);
    setWrong(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const label = (typed ?? '').trim();
    const fits = label.length <= longest;
    setWrong(!fits);
    if (!fits) {
      field.current?.focus();
      return;
    }
    const item = named(one.item, one.id, label);
    if (await work.run(() => keep(item, one.item?.id))) close();
  };
  if (typed === null) {
    return (
      <button
        ref={opener}
        type="button"
        className={`button button-quiet small ${styles.rename}`}
        onClick={() => {
          setTyped(one.label ?? '');
          requestAnimationFrame(() => field.current?.focus());
        }}
      >
        {t(one.label ? 'rename' : 'name')}
      </button>
    );
  }
  return (
    <form className={styles.naming} onSubmit={submit} noValidate>
      <Field
        ref={field}
        label={t('label')}
        hint={t('labelHint')}
        fault={wrong ? t('labelFault') : null}
        value={typed}
        autoComplete="off"
        autoCapitalize="sentences"
        onValue={(value) => {
          setTyped(value);
          setWrong(false);
        }}
      />
      <TroubleOnDesk trouble={work.trouble} />
      <div className="row">
        <button type="submit" className="button button-primary" aria-disabled={work.busy}>
          {t(work.busy ? 'saving' : 'save')}
        </button>
        <button type="button" className="button button-quiet" onClick={close}>
          {common('notNow')}
        </button>
      </div>
    </form>
  );
}
