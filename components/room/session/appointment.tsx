'use client';

import { useTranslations } from 'use-intl/react';
import { Ripple } from '#components/ripple/ripple.tsx';
import type { Time } from '#lib/dialogue/id.ts';
import { useMomentWords } from '../clock.ts';
import { useHere } from '../here.tsx';
import { TimeLeft } from '../hold/time-left.tsx';
import styles from './appointment.module.css';
import { Prompt } from './prompt.tsx';

interface Props {
  until: Time;
  now: Time;
  /** Whether it is you who begins. */
  asked: boolean;
}

/** The talk was put off to an agreed moment: what both see until then, and when it has come. */
export function Appointment({ until, now, asked }: Props) {
  const t = useTranslations('session.appointment');
  const { partnerName: name } = useHere();
  const words = useMomentWords()(until, now);
  if (now >= until) {
    return (
      <div role="status" className="card">
        <h2>{t('now')}</h2>
        <p>{asked ? t('nowAbout') : t('nowOther', { name })}</p>
      </div>
    );
  }
  return (
    <section className={styles.appointment}>
      <div className={styles.ripple}>
        <Ripple />
      </div>
      <Prompt asked={false}>{t('heading', words)}</Prompt>
      <TimeLeft until={until} now={now} />
      <p className="soft">{asked ? t('sooner') : t('soonerOther', { name })}</p>
    </section>
  );
}
