'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import styles from './ask-twice.module.css';

interface Props {
  label: string;
  /** The same, told apart from the others in a list. */
  about: string;
  sure: string;
  off: boolean;
  onSure(): void;
}

/** A quiet button for what cannot be undone: asks once more, where it stands. */
export function AskTwice({ label, about, sure, off, onSure }: Props) {
  const t = useTranslations('desk');
  const [asking, setAsking] = useState(false);
  const asked = useRef(false);
  const around = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Whoever pressed one button stands on the one that came in its place.
    if (asked.current !== asking) around.current?.querySelector('button')?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <span ref={around}>
        <button
          type="button"
          className={`button button-quiet small ${styles.quiet}`}
          aria-label={about}
          onClick={() => setAsking(true)}
        >
          {label}
        </button>
      </span>
    );
  }
  return (
    <span ref={around} className={styles.asking}>
      <Button
        className={`button-primary small ${styles.small}`}
        off={off}
        onPress={() => {
          setAsking(false);
          onSure();
        }}
      >
        {sure}
      </Button>
      <button
        type="button"
        className={`button button-quiet small ${styles.quiet}`}
        onClick={() => setAsking(false)}
      >
        {t('notNow')}
      </button>
    </span>
  );
}
