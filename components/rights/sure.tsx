'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import { Dialog } from '#components/dialog/dialog.tsx';

interface Props {
  /** On the button that asks. */
  label: string;
  title: string;
  /** On the button that does it. */
  sure: string;
  /** Does it; true when it is done. */
  act(): Promise<boolean>;
  children: ReactNode;
}

/** A button for what cannot be undone: says what will be gone, asks once more, and then does it. */
export function Sure({ label, title, sure, act, children }: Props) {
  const t = useTranslations('rights');
  const [open, setOpen] = useState(false);
  const [now, setNow] = useState<'asking' | 'busy' | 'failed'>('asking');
  const busy = now === 'busy';
  const close = () => {
    if (busy) return;
    setOpen(false);
    setNow('asking');
  };
  const confirm = async () => {
    setNow('busy');
    const done = await act();
    setNow(done ? 'asking' : 'failed');
    if (done) setOpen(false);
  };
  return (
    <>
      <Button onPress={() => setOpen(true)}>{label}</Button>
      <Dialog open={open} title={title} onClose={close}>
        <div className="stack">
          {children}
          <div role="status">
            {busy && <p className="soft">{t('busy')}</p>}
            {now === 'failed' && <p className="alert">{t('failed')}</p>}
          </div>
          <Button className="button-primary button-wide" off={busy} onPress={() => void confirm()}>
            {sure}
          </Button>
          <Button className="button-quiet button-wide" off={busy} onPress={close}>
            {t('notNow')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
