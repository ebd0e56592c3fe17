'use client';

import { useTranslations } from 'use-intl/react';
import { Ripple } from '#components/ripple/ripple.tsx';
import type { Time } from '#lib/dialogue/id.ts';
import { useMomentWords, useServerTime } from '../clock.ts';
import { useHere } from '../here.tsx';
import { TimeLeft } from '../hold/time-left.tsx';
import styles from './appointment.module.css';

/** The talk was put off to an agreed moment: what both see until then, and when it has come. */
export function Appointment({ until, asked }: { until: Time; asked: boolean }) {
  const t = useTranslations('session.appointment');
  const { partnerName: name } = useHere();
  const now = useServerTime();
  const words = useMomentWords()(until, now);
  const come = now >= until;
  return (
    <section className={styles.appointment}>
      <div className={styles.ripple}>
        <Ripple />
      </div>
      <div role="status" className={styles.when}>
        <h2>{come ? t('now') : t('heading', words)}</h2>
        {come && <p>{asked ? t('nowAbout') : t('nowOther', { name })}</p>}
      </div>
      {!come && <TimeLeft until={until} now={now} />}
      {!come && <p className="soft">{asked ? t('sooner') : t('soonerOther', { name })}</p>}
    </section>
  );
}
