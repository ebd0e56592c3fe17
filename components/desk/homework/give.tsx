'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Facts } from '#components/library/facts.tsx';
import { giveHomework } from '#lib/client/desk.ts';
import { firstEpoch } from '#lib/dialogue/epoch.ts';
import type { Card } from '#lib/exercises/catalogue.ts';
import { newId } from '#lib/vault/new-id.ts';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import type { CaseHere } from '../spread.ts';
import type { DeskWork } from '../use-desk-work.ts';
import styles from './homework.module.css';

const longest = 300;

interface Props {
  card: Card;
  one: CaseHere;
  work: DeskWork;
  onOther(): void;
  onGiven(): void;
}

/** The exercise that was chosen, a line of hers with it, and giving it. */
export function Give({ card, one, work, onOther, onGiven }: Props) {
  const t = useTranslations('desk.homework');
  const { take } = useDeskHere();
  const field = useId();
  // Asked again after no answer, it is the same one.
  const [id] = useState(newId);
  const [text, setText] = useState('');
  const known = one.item ?? { caseId: one.id, caseKey: null, epoch: firstEpoch };
  const exercise = { id: card.id, version: card.version };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const give = async () => take(await giveHomework(known, exercise, text, id));
    if (await work.run(give, t('given'))) onGiven();
  };
  return (
    <form className={styles.give} onSubmit={submit} noValidate>
      <p>{card.purpose}</p>
      <Facts card={card} />
      <a href={`/exercises/${card.id}`} target="_blank" rel="noreferrer">
        {t('read')}
      </a>
      {known.caseKey ? (
        <div className="field">
          <label htmlFor={field}>{t('line')}</label>
          <textarea
            id={field}
            className={`input ${styles.text}`}
            rows={3}
            maxLength={longest}
            value={text}
            onChange={({ target }) => setText(target.value)}
            aria-describedby={`${field}-hint`}
          />
          <p id={`${field}-hint`} className="soft small">
            {t('lineHint', { left: longest - text.length })}
          </p>
        </div>
      ) : (
        <p className="card small">{t('noKey')}</p>
      )}
      <TroubleOnDesk trouble={work.trouble} />
      <button type="submit" className="button button-primary button-wide" aria-disabled={work.busy}>
        {t(work.busy ? 'busy' : 'submit')}
      </button>
      <button
        type="button"
        className={`button button-quiet small ${styles.again}`}
        onClick={onOther}
      >
        {t('other')}
      </button>
    </form>
  );
}
