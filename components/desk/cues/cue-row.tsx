'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Cue } from '#lib/dialogue/cue.ts';
import styles from './cues.module.css';
import { OwnCue } from './own-cue.tsx';
import { useSentence } from './use-sentence.ts';

interface Props {
  cue: Cue;
  first: boolean;
  last: boolean;
  onMove(by: -1 | 1): void;
  onReplace(cue: Cue): void;
  onRemove(): void;
}

/** One cue of the list, with what can be done about it. */
export function CueRow({ cue, first, last, onMove, onReplace, onRemove }: Props) {
  const t = useTranslations('desk.cues');
  const row = useRef<HTMLLIElement>(null);
  const [editing, setEditing] = useState(false);
  const text = useSentence()(cue);

  /** The button that was pressed keeps the focus, also where the browser drops it on the way. */
  const back = (what: string) =>
    requestAnimationFrame(() => {
      row.current?.querySelector<HTMLElement>(`[data-does="${what}"]`)?.focus();
    });
  const move = (by: -1 | 1) => {
    onMove(by);
    back(by === -1 ? 'up' : 'down');
  };
  const close = () => {
    setEditing(false);
    back('edit');
  };
  if (editing) {
    return (
      <li ref={row} className={`card ${styles.editing}`}>
        <OwnCue
          label={t('edit', { cue: text })}
          button={t('change')}
          before={text}
          onDone={(own) => {
            if (own !== text) onReplace({ kind: 'own', text: own });
            close();
          }}
          onCancel={close}
        />
      </li>
    );
  }
  return (
    <li ref={row} className={styles.row}>
      <span className={styles.text}>{text}</span>
      <span className={styles.does}>
        <Does does="up" label={t('up', { cue: text })} off={first} onPress={() => move(-1)}>
          <path d="M12 19V5M6 11l6-6 6 6" />
        </Does>
        <Does does="down" label={t('down', { cue: text })} off={last} onPress={() => move(1)}>
          <path d="M12 5v14M6 13l6 6 6-6" />
        </Does>
        <Does does="edit" label={t('edit', { cue: text })} onPress={() => setEditing(true)}>
          <path d="M4 20l1-4L16 5l3 3L8 19l-4 1M14 7l3 3" />
        </Does>
        <Does does="remove" label={t('remove', { cue: text })} onPress={onRemove}>
          <path d="M6 6l12 12M18 6L6 18" />
        </Does>
      </span>
    </li>
  );
}

interface DoesProps {
  does: 'up' | 'down' | 'edit' | 'remove';
  label: string;
  off?: boolean;
  onPress(): void;
  children: ReactNode;
}

function Does({ does, label, off = false, onPress, children }: DoesProps) {
  return (
    <button
      type="button"
      data-does={does}
      className={styles.button}
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
