'use client';

import { type MouseEvent, useId } from 'react';
import type { Refuge } from '#lib/care/refuge.ts';
import { leaveNow } from './leave-now.ts';
import styles from './quick-exit.module.css';

/** Where the exit leads, and all it says. */
export interface ExitWords {
  refuge: Refuge;
  label: string;
  /** What it does, for who cannot see that it is an exit. */
  about: string;
  /** That it has keys. */
  keys: string;
  /** That one more press is enough. */
  once: string;
}

/** An ordinary link, so that it also works before the page has woken up, or without scripts. */
export function ExitLink({ refuge, label, about }: ExitWords) {
  const id = useId();
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    leaveNow(refuge);
  };
  return (
    <>
      <a
        className={styles.exit}
        href={refuge.url}
        rel="noreferrer nofollow"
        aria-describedby={id}
        onClick={leave}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M14 5h5v5M19 5l-8 8M11 6H6a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-5" />
        </svg>
        {label}
      </a>
      <span id={id} hidden>
        {about}
      </span>
    </>
  );
}
