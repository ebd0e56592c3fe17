'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import { Sure } from '#components/room/sure.tsx';
import type { Tended } from '#lib/observation.ts';
import styles from './between.module.css';

interface Props {
  appointment: Tended['appointments'][number];
  name: string;
  busy: boolean;
  onCancel(): void;
}

/** A moment to meet, in words; either of the two can call it off. */
export function AppointmentCard({ appointment, name, busy, onCancel }: Props) {
  const t = useTranslations('observing.between');
  const { at, minutes, cancelledAt } = appointment;
  const off = cancelledAt !== null;
  return (
    <article className={`card ${styles.piece}`}>
      <h3>{t('appointment', { name })}</h3>
      <p className={off ? styles.off : ''}>
        <Moment at={at} form="full" />, {t('minutes', { minutes: String(minutes) })}
      </p>
      {off ? (
        <p role="status">
          <strong>{t('cancelled')}</strong>{' '}
          <span className="soft">{t('cancelAbout', { name })}</span>
        </p>
      ) : (
        <Sure
          className="button"
          label={t('cancel')}
          back={t('cancelBack')}
          sure={t('cancelSure')}
          busy={busy}
          onSure={onCancel}
        />
      )}
    </article>
  );
}
