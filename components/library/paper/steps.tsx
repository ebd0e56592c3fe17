'use client';

import { useTranslations } from 'use-intl/react';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Asked, Leaflet, PaperStep, Stretch } from '#lib/exercises/leaflet.ts';
import styles from './steps.module.css';

/** An exercise step by step, so that it can be done from paper: who does what, in plain words. */
export function Steps({ course }: { course: Leaflet['course'] }) {
  const t = useTranslations('library.about');
  return course.map(({ play, phases }) => (
    <section key={phases[0]?.id} className={styles.stretch}>
      <h3 className={styles.play}>{t(play)}</h3>
      {phases.map(({ id, name, steps }) => (
        <section key={id} className={styles.phase}>
          <h4>{name}</h4>
          {steps.map((step) => (
            <Step key={step.id} step={step} play={play} />
          ))}
        </section>
      ))}
    </section>
  ));
}

function Step({ step, play }: { step: PaperStep; play: Stretch['play'] }) {
  const t = useTranslations('library.paper');
  const who = t(roleIn(play, step));
  return (
    <div className={styles.step}>
      <p>
        <b>{step.aside ? t('aside', { who }) : who}:</b> <Instruction asked={step.asked} />
      </p>
      {step.asked.kind === 'numbers' && (
        <ul>
          {step.asked.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Outside of the two halves nobody tells or listens yet: there is who begins, and the other. */
function roleIn(play: Stretch['play'], { actor }: PaperStep) {
  if (actor === 'both' || play === 'each') return actor;
  return actor === 'speaker' ? 'opener' : 'other';
}

function Instruction({ asked }: { asked: Asked }) {
  const t = useTranslations('library.paper');
  switch (asked.kind) {
    case 'say':
      return asked.text;
    case 'number':
    case 'numbers':
      return t(asked.kind, asked.scale ?? { low: t('low'), high: t('high') });
    case 'day':
      return t('day');
    default:
      return assertNever(asked);
  }
}
