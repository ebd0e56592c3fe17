'use client';

import type { Work } from './use-work.ts';

interface Props {
  work: Work;
  label: string;
  busyLabel: string;
  /** Beside another button that matters more. */
  quiet?: boolean;
}

/** The button of a form, which says meanwhile what is going on and keeps the focus. */
export function Submit({ work: { busy }, label, busyLabel, quiet = false }: Props) {
  return (
    <>
      <button
        type="submit"
        className={`button button-wide ${quiet ? '' : 'button-primary'}`}
        aria-disabled={busy}
      >
        {busy ? busyLabel : label}
      </button>
      <p role="status" className="visually-hidden">
        {busy && busyLabel}
      </p>
    </>
  );
}
