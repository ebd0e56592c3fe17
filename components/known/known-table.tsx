'use client';

import { useTranslations } from 'use-intl/react';
import type { KnownTable as Table } from '#lib/rights/known.ts';
import styles from './known.module.css';
import { ShownValue } from './shown-value.tsx';

/** One table of the server, in plain words and then row by row. */
export function KnownTable({ table: { table, count, rows } }: { table: Table }) {
  const t = useTranslations('known');
  return (
    <details className={styles.table}>
      <summary>
        <h2>{t(`tables.${table}.name`)}</h2>
        <span className="soft small">{t('count', { count })}</span>
      </summary>
      <div className="stack">
        <p className="soft">{t(`tables.${table}.about`)}</p>
        {rows.length > 0 && table !== 'Event' && rows.length < count && (
          <p className="small">
            {t('latest', { shown: String(rows.length), count: String(count) })}
          </p>
        )}
        <ol className={styles.rows}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and stay
            <li key={index}>
              <dl className={styles.row}>
                {row.map(({ column, shown }) => (
                  <div key={column} style={{ display: 'contents' }}>
                    <dt>{t(`columns.${column}`)}</dt>
                    <dd>
                      <ShownValue shown={shown} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
