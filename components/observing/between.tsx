'use client';

import { useTranslations } from 'use-intl/react';
import { useServerTime } from '#components/room/clock.ts';
import { AppointmentCard } from './appointment-card.tsx';
import { HomeworkCard } from './homework-card.tsx';
import { useBetween } from './use-between.ts';

const day = 24 * 60 * 60_000;
const minute = 60_000;

/** What a therapist gave for between two talks: something to do, a moment to meet. Nothing when there is none. */
export function BetweenTalks() {
  const t = useTranslations('observing');
  const { between, busy, failed, take } = useBetween();
  const now = useServerTime(false);
  if (!between) return null;
  const { tended, homework } = between;
  const nameOf = (id: string) =>
    tended.cases.find((seen) => seen.id === id)?.name ?? t('between.someone');
  const appointments = tended.appointments
    .filter(({ at, minutes }) => at + minutes * minute > now)
    .toSorted((one, other) => one.at - other.at);
  const pieces = homework.filter(({ declinedAt }) => declinedAt === null || now - declinedAt < day);
  if (appointments.length === 0 && pieces.length === 0) return null;
  return (
    <section aria-labelledby="between" className="stack">
      <h2 id="between">{t('between.heading')}</h2>
      {appointments.map((appointment) => (
        <AppointmentCard
          key={appointment.id}
          appointment={appointment}
          name={nameOf(appointment.caseId)}
          busy={busy}
          onCancel={() => void take({ step: 'cancel-appointment', id: appointment.id })}
        />
      ))}
      {pieces.map((piece) => (
        <HomeworkCard
          key={piece.id}
          homework={piece}
          name={nameOf(piece.caseId)}
          busy={busy}
          onDecline={() => void take({ step: 'decline-homework', id: piece.id })}
          onShare={() => void take({ step: 'share-homework', id: piece.id })}
        />
      ))}
      <div role="status">{failed && <p className="alert">{t('failed')}</p>}</div>
    </section>
  );
}
