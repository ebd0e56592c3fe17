'use client';

import { useTranslations } from 'use-intl/react';
import type { Leaflet } from '#lib/exercises/leaflet.ts';
import { Bonds } from '../bonds.tsx';
import { Facts } from '../facts.tsx';
import { Provenance } from '../provenance.tsx';
import { Row } from '../row.tsx';
import { letterSizeOf } from './fit.ts';
import { PrintButton } from './print-button.tsx';
import styles from './sheet.module.css';
import { Steps } from './steps.tsx';

/** One exercise on one sheet: for the fridge, or for a practice. */
export function Sheet({ leaflet }: { leaflet: Leaflet }) {
  const t = useTranslations('library');
  const { about } = leaflet;
  // For the print rules of the style sheet. Not as an attribute: no page of ours may carry its own style.
  const fit = (sheet: HTMLElement | null) =>
    sheet?.style.setProperty('--fit', `${letterSizeOf(leaflet).toFixed(3)}vw`);
  return (
    <main id="content" className={`page ${styles.sheet}`} ref={fit}>
      <nav className={`row ${styles.controls}`}>
        <a className="button" href="/exercises">
          {t('paper.back')}
        </a>
        <PrintButton />
      </nav>
      <header className={styles.head}>
        <h1>{about.name}</h1>
        <p>{about.purpose}</p>
        <Facts card={leaflet} />
      </header>
      <div className={styles.body}>
        <dl className={styles.rows}>
          <Row label={t('about.goal')}>{about.goal}</Row>
          <Row label={t('about.notWhen')}>{about.notWhen}</Row>
          <Row label={t('about.first')}>{about.first}</Row>
          <Row label={t('about.trains')}>
            <Bonds trains={leaflet.trains} />
          </Row>
        </dl>
        <h2>{t('paper.steps')}</h2>
        <Steps course={leaflet.course} />
      </div>
      <footer className={styles.foot}>
        <p>
          <strong>{t('paper.stop')}</strong>
        </p>
        <dl className={styles.rows}>
          <Provenance leaflet={leaflet} />
        </dl>
        <p>{t('paper.modest')}</p>
      </footer>
    </main>
  );
}
