'use client';

import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { Act } from '#lib/dialogue/act.ts';
import type { WayTexts } from '#lib/exercises/exercise-file.ts';
import { withPartner } from '#lib/exercises/texts-of.ts';
import { useHere } from '../here.tsx';
import styles from './composer.module.css';
import { HintCard } from './hints/hint-card.tsx';
import { fillStem } from './stem.ts';
import type { Draft } from './use-draft.ts';

interface Props {
  act: Act;
  texts: WayTexts;
  draft: Draft;
  busy: boolean;
  tooLong: boolean;
  /** On the button that sends. */
  label: string;
  /** Whether it was opened by hand, and so may take the focus. */
  opened: boolean;
  onSend(text: string): Promise<void>;
}

/** Where words are written: beginnings to borrow, room to type, and one button to say it. */
export function Composer({ act, texts, draft, busy, tooLong, label, opened, onSend }: Props) {
  const t = useTranslations('session');
  const { partnerName } = useHere();
  const area = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const { text, write } = draft;

  useEffect(() => {
    if (opened) area.current?.focus();
  }, [opened]);

  const borrow = (stem: string) => {
    const filled = fillStem(stem, text, texts.stems);
    write(filled.text);
    const field = area.current;
    if (!field) return;
    field.value = filled.text;
    field.focus();
    field.setSelectionRange(...filled.select);
  };
  return (
    <div className={styles.composer}>
      {texts.stems.length > 0 && (
        <fieldset className={styles.stems}>
          <legend className="visually-hidden">{t('composer.stems')}</legend>
          {texts.stems.map((stem) => (
            <button key={stem} type="button" className={styles.stem} onClick={() => borrow(stem)}>
              {stem}
            </button>
          ))}
        </fieldset>
      )}
      <div className={styles.grow} data-text={`${text} `}>
        <textarea
          ref={area}
          rows={3}
          className="input said"
          aria-label={t('composer.label')}
          aria-describedby={hint}
          placeholder={texts.placeholder && withPartner(texts.placeholder, partnerName)}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <p id={hint} role="status" className={`small alert ${styles.hint}`}>
        {tooLong && t('composer.tooLong')}
      </p>
      <HintCard text={text} act={act} />
      <Button
        className="button-primary button-wide"
        off={busy || text.trim() === ''}
        onPress={() => void onSend(text.trim())}
      >
        {busy ? t('ways.sending') : label}
      </Button>
    </div>
  );
}
