'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Check } from '#components/account/check.tsx';
import { Button } from '#components/button/button.tsx';
import { Dialog } from '#components/dialog/dialog.tsx';
import { saveFile } from '#components/rights/take/save-file.ts';
import { calendarFile } from '#lib/export/calendar.ts';
import type { Appointment } from '#lib/observation.ts';

interface Props {
  open: boolean;
  appointment: Appointment;
  /** What she calls the couple; null for no name. */
  label: string | null;
  onClose(): void;
}

/** Makes a file for a calendar, with nothing of the couple in it unless she wants her own name for them there. */
export function CalendarDialog({ open, appointment: { id, at, minutes }, label, onClose }: Props) {
  const t = useTranslations('desk.appointments');
  const [named, setNamed] = useState(false);
  const [made, setMade] = useState<'no' | 'yes' | 'failed'>('no');
  const withLabel = `Weerklank: ${label}`;
  const close = () => {
    setMade('no');
    onClose();
  };
  const make = async () => {
    const title = named && label ? withLabel : 'Weerklank';
    const file = await calendarFile({ id, at, minutes, title });
    if (file) saveFile(`${t('fileName')}.ics`, 'text/calendar', file);
    setMade(file ? 'yes' : 'failed');
  };
  return (
    <Dialog open={open} title={t('file')} onClose={close}>
      <p>{t('fileAbout')}</p>
      {label && (
        <Check
          label={t('withLabel')}
          hint={t('withLabelHint', { title: withLabel })}
          checked={named}
          onCheck={setNamed}
        />
      )}
      <div role="status">
        {made === 'yes' && <p>{t('fileDone')}</p>}
        {made === 'failed' && <p className="alert small">{t('fileFailed')}</p>}
      </div>
      <Button className="button-primary button-wide" onPress={() => void make()}>
        {t('download')}
      </Button>
    </Dialog>
  );
}
