'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { isSaid } from './at-hand.ts';
import styles from './so-far.module.css';
import { SoFarLine } from './so-far-line.tsx';

/** Opens everything that was said in this session so far. */
export function SoFar({ session }: { session: SessionSnapshot }) {
  const t = useTranslations('session.soFar');
  const [open, setOpen] = useState(false);
  const lines = session.lines.filter(isSaid);
  if (lines.length === 0) return null;
  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => setOpen(true)}>
        {t('open')}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('open')}>
        <ol className={styles.lines}>
          {lines.map((line) => (
            <SoFarLine key={line.seq} line={line} session={session} />
          ))}
        </ol>
      </Dialog>
    </>
  );
}
