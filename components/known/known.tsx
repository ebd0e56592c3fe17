'use client';

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { fetchKnown, type RightsRefusal } from '#lib/client/rights.ts';
import type { RoomId } from '#lib/dialogue/id.ts';
import type { Result } from '#lib/dialogue/result.ts';
import type { KnownTable as Table } from '#lib/rights/known.ts';
import styles from './known.module.css';
import { KnownTable } from './known-table.tsx';

/** Everything that stands on the server about a room and about who looks, and what does not. */
export function Known({ roomId }: { roomId: RoomId }) {
  const t = useTranslations('known');
  const rights = useTranslations('rights');
  const common = useTranslations('common');
  const [tables, setTables] = useState<Result<readonly Table[], RightsRefusal> | null>(null);
  const ask = useCallback(() => fetchKnown(roomId).then(setTables), [roomId]);
  useEffect(() => void ask(), [ask]);
  const privacy = (words: ReactNode) => <a href="/privacy">{words}</a>;
  return (
    <main id="content" className="page">
      <header>
        <a className={styles.back} href={`/room/${roomId}/rights`}>
          {t('back')}
        </a>
        <h1>{t('heading')}</h1>
      </header>
      <div className="stack">
        <p>{t('intro')}</p>
        <div role="status">
          {!tables && <p className="soft">{rights('opening')}</p>}
          {tables && !tables.ok && <p>{rights(tables.reason)}</p>}
        </div>
      </div>
      {tables?.ok === false && (
        <button type="button" className="button" onClick={() => void ask()}>
          {common('retry')}
        </button>
      )}
      {tables?.ok && (
        <section aria-label={t('heading')}>
          {tables.value.map((table) => (
            <KnownTable key={table.table} table={table} />
          ))}
        </section>
      )}
      <section className="stack" aria-labelledby="not">
        <h2 id="not">{t('not.heading')}</h2>
        <ul className={styles.not}>
          {(['words', 'names', 'key', 'check', 'hints', 'place'] as const).map((thing) => (
            <li key={thing}>{t(`not.${thing}`)}</li>
          ))}
        </ul>
        <p>{t.rich('not.limit', { privacy })}</p>
      </section>
    </main>
  );
}
