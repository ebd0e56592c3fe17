'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Case } from '#lib/desk.ts';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import { Part } from '../part.tsx';
import type { CaseHere } from '../spread.ts';
import { useDeskWork } from '../use-desk-work.ts';
import { AppointmentRow } from './appointment-row.tsx';
import styles from './appointments.module.css';
import { MakeAppointment } from './make-appointment.tsx';
import { isOver } from './upcoming.ts';

interface Props {
  one: CaseHere;
  kept: Case;
}

/** What is planned with a couple, and what was. */
export function Appointments({ one, kept: { appointments } }: Props) {
  const t = useTranslations('desk.appointments');
  const work = useDeskWork();
  const opener = useRef<HTMLButtonElement>(null);
  const [making, setMaking] = useState(false);
  const close = () => {
    setMaking(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const now = Date.now();
  const next = appointments.filter((appointment) => !isOver(appointment, now));
  const before = appointments.filter((appointment) => isOver(appointment, now)).reverse();
  const rows = (of: typeof next) => (
    <ul className={styles.list}>
      {of.map((appointment) => (
        <AppointmentRow key={appointment.id} appointment={appointment} one={one} work={work} />
      ))}
    </ul>
  );
  return (
    <Part title={t('heading')} about={t('about')} said={work.said}>
      <TroubleOnDesk trouble={making ? null : work.trouble} />
      {next.length > 0 ? rows(next) : <p className="soft">{t('none')}</p>}
      {making ? (
        <MakeAppointment caseId={one.id} work={work} onClose={close} />
      ) : (
        <p>
          <button ref={opener} type="button" className="button" onClick={() => setMaking(true)}>
            {t('make')}
          </button>
        </p>
      )}
      {before.length > 0 && (
        <details>
          <summary className={styles.before}>{t('before')}</summary>
          {rows(before)}
        </details>
      )}
    </Part>
  );
}
