'use client';

import { useTranslations } from 'use-intl/react';
import type { ObservationSeen } from '#lib/observation.ts';
import styles from './who.module.css';

/** Who it is that knocks, and what for: everything in it is what they say of themselves. */
export function Who({ observation }: { observation: ObservationSeen }) {
  const t = useTranslations('observing.knock');
  const { name, role, verified, purpose } = observation;
  return (
    <dl className={styles.who}>
      <div>
        <dt>{t('role')}</dt>
        <dd className={styles.role}>{t(verified ? 'verified' : 'said', { name, role })}</dd>
      </div>
      <div>
        <dt>{t('purpose')}</dt>
        <dd className="said">{purpose}</dd>
      </div>
    </dl>
  );
}
