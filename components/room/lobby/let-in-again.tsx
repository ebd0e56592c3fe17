'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '#components/dialog/dialog.tsx';
import { useHere } from '../here.tsx';
import { Invitation } from './invitation.tsx';

/** Gives a partner who lost their device a new way to the same seat. */
export function LetInAgain() {
  const t = useTranslations('room.again');
  const { partner, partnerName: name, view } = useHere();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => setOpen(true)}>
        {t('open', { name })}
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('heading', { name })}>
        <div className="stack">
          <p>{t('about', { name })}</p>
          {view.seats[partner].here ? (
            <p>{t('here', { name })}</p>
          ) : (
            <>
              <p>
                <strong>{t('warning', { name })}</strong>
              </p>
              <Invitation seat={partner} />
            </>
          )}
        </div>
      </Dialog>
    </>
  );
}
