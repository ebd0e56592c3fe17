'use client';

import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { CaseId } from '#lib/observation.ts';
import { newId } from '#lib/vault/new-id.ts';
import { useDeskHere } from '../desk-here.tsx';
import { TroubleOnDesk } from '../desk-trouble.tsx';
import type { DeskWork } from '../use-desk-work.ts';
import styles from './appointments.module.css';
import { type MomentFault, momentOf } from './moment-of.ts';

const durations = [30, 45, 50, 60, 75, 90, 120] as const;

interface Props {
  caseId: CaseId;
  work: DeskWork;
  onClose(): void;
}

/** Plans an appointment: when, and how long. */
export function MakeAppointment({ caseId, work, onClose }: Props) {
  const t = useTranslations('desk.appointments');
  const common = useTranslations('desk');
  const { change } = useDeskHere();
  const field = useId();
  const dateField = useRef<HTMLInputElement>(null);
  const timeField = useRef<HTMLInputElement>(null);
  // Asked again after no answer, it is the same appointment.
  const [id] = useState(newId);
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  const [minutes, setMinutes] = useState(60);
  const [fault, setFault] = useState<MomentFault | null>(null);
  useEffect(() => dateField.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const moment = momentOf(date, time, Date.now());
    setFault(moment.ok ? null : moment.reason);
    if (!moment.ok) {
      (aboutDate(moment.reason) ? dateField : timeField).current?.focus();
      return;
    }
    const at = moment.value;
    const make = () => change({ change: 'make-appointment', id, caseId, at, minutes });
    if (await work.run(make, t('made'))) onClose();
  };
  const wrongDate = fault !== null && aboutDate(fault);
  const wrongTime = fault !== null && !aboutDate(fault);
  return (
    <form className={`card ${styles.form}`} onSubmit={submit} noValidate>
      <div className={styles.when}>
        <div className="field">
          <label htmlFor={`${field}-date`}>{t('date')}</label>
          <input
            ref={dateField}
            id={`${field}-date`}
            className="input"
            type="date"
            value={date}
            onChange={({ target }) => setDate(target.value)}
            required
            aria-invalid={wrongDate}
            aria-describedby={wrongDate ? `${field}-fault` : undefined}
          />
        </div>
        <div className="field">
          <label htmlFor={`${field}-time`}>{t('time')}</label>
          <input
            ref={timeField}
            id={`${field}-time`}
            className="input"
            type="time"
            value={time}
            onChange={({ target }) => setTime(target.value)}
            required
            aria-invalid={wrongTime}
            aria-describedby={wrongTime ? `${field}-fault` : undefined}
          />
        </div>
        <div className="field">
          <label htmlFor={`${field}-minutes`}>{t('minutes')}</label>
          <select
            id={`${field}-minutes`}
            className="input"
            value={minutes}
            onChange={({ target }) => setMinutes(Number(target.value))}
          >
            {durations.map((duration) => (
              <option key={duration} value={duration}>
                {t('duration', { minutes: String(duration) })}
              </option>
            ))}
          </select>
        </div>
      </div>
      {fault && (
        <p id={`${field}-fault`} role="alert" className="alert small">
          {t(fault)}
        </p>
      )}
      <TroubleOnDesk trouble={work.trouble} />
      <div className="row">
        <button type="submit" className="button button-primary" aria-disabled={work.busy}>
          {t(work.busy ? 'busy' : 'submit')}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {common('notNow')}
        </button>
      </div>
    </form>
  );
}

function aboutDate(fault: MomentFault): boolean {
  return fault === 'noDate' || fault === 'far' || fault === 'past';
}
