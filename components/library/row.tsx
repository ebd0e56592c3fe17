import type { ReactNode } from 'react';
import styles from './row.module.css';

/** One thing told of an exercise, under its small heading. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
