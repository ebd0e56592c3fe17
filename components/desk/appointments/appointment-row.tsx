'use client';

import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { Appointment } from '#lib/observation.ts';
import { AskTwice } from '../ask-twice.tsx';
import { useDeskHere } from '../desk-here.tsx';
import type { CaseHere } from '../spread.ts';
import type { DeskWork } from '../use-desk-work.ts';
import styles from './appointments.module.css';
import { CalendarDialog } from './calendar-dialog.tsx';
import { isOver } from './upcoming.ts';

interface Props {
  appointment: Appointment;
  one: CaseHere;
  work: DeskWork;
}

/** One appointment, and what can still be done about it. */
export function AppointmentRow({ appointment, one, work }: Props) {
  const t = useTranslations('desk.appointments');
  const format = useFormatter();
  const { change } = useDeskHere();
  const [taking, setTaking] = useState(false);
  const { id, at, minutes, cancelledAt } = appointment;
  const when = format.dateTime(at, { dateStyle: 'long', timeStyle: 'short' });
  const cancelled = cancelledAt !== null;
  const stands = !cancelled && !isOver(appointment, Date.now());
  return (
    <li className={cancelled ? styles.off : ''}>
      <div>
        <Moment at={at} form="full" />{' '}
        <span className="soft small">
          {cancelled ? t('cancelled') : t('duration', { minutes: String(minutes) })}
        </span>
      </div>
      {stands && (
        <>
          <button
            type="button"
            className={`button button-quiet small ${styles.small}`}
            aria-label={t('fileOf', { when })}
            aria-haspopup="dialog"
            onClick={() => setTaking(true)}
          >
            {t('file')}
          </button>
          <AskTwice
            label={t('cancel')}
            about={t('cancelThis', { when })}
            sure={t('sure')}
            off={work.busy}
            onSure={() =>
              void work.run(() => change({ change: 'cancel-appointment', id }), t('done'))
            }
          />
          <CalendarDialog
            open={taking}
            appointment={appointment}
            label={one.label}
            onClose={() => setTaking(false)}
          />
        </>
      )}
    </li>
  );
}
