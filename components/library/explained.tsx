'use client';

import { useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import type { Exercise } from '#lib/exercises/exercise.ts';
import { leafletOf } from '#lib/exercises/leaflet.ts';
import { Bonds } from './bonds.tsx';
import { Course } from './course.tsx';
import styles from './explained.module.css';
import { Provenance } from './provenance.tsx';
import { Row } from './row.tsx';

/** What one has to know before choosing an exercise. */
export function Essentials({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('library.about');
  const { goal, notWhen, first } = exercise.texts[useLanguage()].about;
  return (
    <dl className={styles.rows}>
      <Row label={t('goal')}>{goal}</Row>
      <Row label={t('notWhen')}>{notWhen}</Row>
      <Row label={t('first')}>{first}</Row>
    </dl>
  );
}

/** What one may want to know as well. */
export function Background({ exercise }: { exercise: Exercise }) {
  const t = useTranslations('library');
  const leaflet = leafletOf(exercise, useLanguage(), t('paper.partner'));
  return (
    <div className={styles.more}>
      <details>
        <summary>{t('about.course')}</summary>
        <Course course={leaflet.course} />
      </details>
      <details>
        <summary>{t('about.trains')}</summary>
        <Bonds trains={leaflet.trains} />
      </details>
      <details>
        <summary>{t('about.evidence')}</summary>
        <dl className={styles.rows}>
          <Provenance leaflet={leaflet} />
        </dl>
      </details>
    </div>
  );
}
