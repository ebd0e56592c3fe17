'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { useHere } from '#components/room/here.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import styles from './bar.module.css';
import { cueAtHand } from './cue-at-hand.ts';
import { read, wasRead } from './read-notes.ts';
import { useCueWords } from './use-cue-words.ts';
import { nameAt } from './watching.ts';

/** The newest cue, one at a time, until it is closed or this side went on. */
export function CueNote({ session }: { session: SessionSnapshot }) {
  const t = useTranslations('observing.cue');
  const { you, partnerName: partner } = useHere();
  const words = useCueWords();
  const [, redraw] = useState(0);
  const cue = cueAtHand(session, you);
  const note = cue && `${session.sessionId} cue ${cue.seq}`;
  const shown = note && !wasRead(note) ? note : null;
  useEffect(() => {
    const field = document.activeElement;
    // It takes room above: what somebody is writing stays in sight.
    if (shown && field?.matches('textarea, input')) field.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  if (!cue || !shown) return null;
  const { from, text } = words(cue, { name: nameAt(session.lines, cue.seq), you, partner });
  return (
    <div className={styles.cue}>
      <p>
        <span className="small soft">{from}</span>
        {text && <strong className={styles.text}>{text}</strong>}
      </p>
      <button
        type="button"
        className={styles.close}
        aria-label={t('close')}
        onClick={() => {
          read(shown);
          redraw((count) => count + 1);
        }}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 6l12 12M18 6L6 18" />
        </svg>
      </button>
    </div>
  );
}
