'use client';

import { ExitLink, type ExitWords } from './exit-link.tsx';
import { leaveNow } from './leave-now.ts';
import styles from './quick-exit.module.css';
import { useShiftExit } from './use-shift-exit.ts';

/** The exit and its keys, in a strip of their own. Leans on nothing, so that an error page has it too. */
export function ExitStrip(words: ExitWords) {
  const left = useShiftExit(() => leaveNow(words.refuge));
  return (
    <nav aria-label={words.label} className={styles.strip}>
      <span role="status" className={styles.note}>
        {left === 1 && words.once}
      </span>
      {left > 1 && (
        <span aria-hidden="true" className={styles.keys}>
          {words.keys}
        </span>
      )}
      <ExitLink {...words} />
    </nav>
  );
}
