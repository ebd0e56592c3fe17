'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Mode } from '#lib/dialogue/mode.ts';
import { nameIn } from '#lib/exercises/catalogue.ts';
import { keyOf } from '#lib/exercises/key.ts';
import type { Suggestion } from '#lib/observation.ts';
import styles from './between.module.css';
import { useWatching } from './watching.tsx';

/** Puts an exercise in front of them. Whether they do it is theirs: one takes it up, the other says yes. */
export function Suggest() {
  const t = useTranslations('observe.suggest');
  const { view, actions, catalogue } = useWatching();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const put = async (suggestion: Suggestion | null) => {
    if (busy) return;
    setBusy(true);
    setFailed((await actions.suggest(suggestion)) !== null);
    setBusy(false);
  };
  const { suggestion } = view;
  return (
    <section aria-labelledby="suggest" className="card stack">
      <h2 id="suggest">{t('heading')}</h2>
      <p className="small soft">{t('about')}</p>
      {suggestion ? (
        <>
          <p>
            {t('standing', {
              exercise: nameIn(catalogue, suggestion.exercise) ?? t('unnamed'),
              mode: suggestion.mode,
            })}
          </p>
          <Button off={busy} onPress={() => void put(null)}>
            {t('take')}
          </Button>
        </>
      ) : (
        <Choose busy={busy} onChoose={(chosen) => void put(chosen)} />
      )}
      <p role="status" className="small">
        {failed && t('failed')}
      </p>
    </section>
  );
}

function Choose({ busy, onChoose }: { busy: boolean; onChoose(suggestion: Suggestion): void }) {
  const t = useTranslations('observe.suggest');
  const { offered } = useWatching().catalogue;
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [mode, setMode] = useState<Mode>('written');
  const card = offered.find((one) => keyOf(one) === chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || !card) return;
    onChoose({ exercise: { id: card.id, version: card.version }, mode });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t('exercise')}</label>
        <select
          id={id}
          className="input"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
          aria-describedby={`${id}-about`}
        >
          <option value="">{t('choose')}</option>
          {offered.map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {one.name}
            </option>
          ))}
        </select>
        <p id={`${id}-about`} className="small soft">
          {card?.purpose}
        </p>
      </div>
      <fieldset className={styles.modes}>
        <legend>{t('how')}</legend>
        {Mode.options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={`${id}-mode`}
              checked={mode === option}
              onChange={() => setMode(option)}
            />
            {t(option)}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button" aria-disabled={busy || !card}>
        {t('submit')}
      </button>
    </form>
  );
}
