'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import type { MoveOverWords } from './has-happened.ts';
import { Progress } from './progress.tsx';
import { useRights } from './rights.tsx';

interface Props {
  move: MoveOverWords;
  /** On the button that asks. */
  label: string;
  className: string;
  title: string;
  /** On the button that does it. */
  sure: string;
  children: ReactNode;
}

/** A button for what cannot be undone: asks once more, says what will be gone, and then does it. */
export function Confirm({ move, label, className, title, sure, children }: Props) {
  const t = useTranslations('replay.rights');
  const { busy, submit, forgetTrouble } = useRights();
  const [open, setOpen] = useState(false);
  const close = () => {
    if (busy) return;
    setOpen(false);
    forgetTrouble();
  };
  const confirm = async () => {
    if (await submit(move)) setOpen(false);
  };
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {label}
      </button>
      <Dialog open={open} title={title} onClose={close}>
        <div className="stack">
          {children}
          <Progress />
          <button
            type="button"
            className="button button-primary button-wide"
            aria-disabled={busy}
            onClick={() => void confirm()}
          >
            {sure}
          </button>
          <button
            type="button"
            className="button button-quiet button-wide"
            aria-disabled={busy}
            onClick={close}
          >
            {t('back')}
          </button>
        </div>
      </Dialog>
    </>
  );
}
