'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import styles from './help.module.css';

const strong = (words: ReactNode) => <strong>{words}</strong>;

/** What the quick exit does not clear, and how to clear it. */
export function Traces() {
  const t = useTranslations('help.trace');
  return (
    <section className="stack" aria-labelledby="traces">
      <h2 id="traces">{t('heading')}</h2>
      <p>{t('intro')}</p>
      <ul className={styles.list}>
        {(['history', 'message', 'device'] as const).map((place) => (
          <li key={place}>{t.rich(place, { strong })}</li>
        ))}
      </ul>
      <p>{t('private')}</p>
    </section>
  );
}
