'use client';

import type { ReactNode } from 'react';
import styles from './ratings.module.css';

interface Column {
  /** Who answered; left out where it is clear. */
  by?: ReactNode;
  ratings: readonly number[];
}

/** Several numbers under what they were asked for: one column for each who answered. */
export function Ratings({
  scales,
  columns,
}: {
  scales: readonly string[];
  columns: readonly Column[];
}) {
  return (
    <table className={styles.ratings}>
      {columns.some(({ by }) => by) && (
        <thead>
          <tr>
            <td />
            {columns.map(({ by }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
              <th key={index} scope="col">
                {by}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {scales.map((scale, row) => (
          <tr key={scale}>
            <th scope="row">{scale}</th>
            {columns.map(({ ratings }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change places
              <td key={index}>{ratings[row] ?? '·'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
