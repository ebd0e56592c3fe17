'use client';

import { useTranslations } from 'use-intl/react';
import type { Leaflet } from '#lib/exercises/leaflet.ts';
import { Row } from './row.tsx';

/** Where an exercise comes from, and honestly what is known of it. */
export function Provenance({ leaflet: { about, evidence } }: { leaflet: Leaflet }) {
  const t = useTranslations('library.about');
  return (
    <>
      <Row label={t('source')}>{about.source}</Row>
      <Row label={t('evidence')}>
        <strong>{t(`tried.${evidence}`)}</strong> {about.evidence}
      </Row>
    </>
  );
}
