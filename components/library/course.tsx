'use client';

import { useTranslations } from 'use-intl/react';
import type { Leaflet } from '#lib/exercises/leaflet.ts';
import styles from './course.module.css';

/** The phases of an exercise in their order, and which of them both go through in turn. */
export function Course({ course }: { course: Leaflet['course'] }) {
  const t = useTranslations('library.about');
  return (
    <ol className={styles.course}>
      {course.map(({ play, phases }) => (
        <li key={phases[0]?.id}>
          <p className="small soft">{t(play)}</p>
          <ol className={styles.phases}>
            {phases.map(({ id, name, about }) => (
              <li key={id}>
                <strong>{name}</strong> <span>{about}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
