'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { QuickExitAbove } from '#components/care/quick-exit.tsx';
import styles from './dialog.module.css';

interface Props {
  open: boolean;
  title: string;
  /** Called for the close button and for Escape; the owner then sets `open` to false. */
  onClose(): void;
  children: ReactNode;
}

/**
 * A modal dialog. The browser keeps the focus inside and gives it back after; it starts on the title,
 * and goes there again when the title changes, so that a screen reader says first what this is about.
 */
export function Dialog({ open, title, onClose, children }: Props) {
  const t = useTranslations('common');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!open) return;
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, [open]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another page of it
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open, title]);

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" />
          </svg>
        </button>
      </div>
      <div className="stack">{open && children}</div>
      {open && <QuickExitAbove />}
    </dialog>
  );
}
