'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { PastOfRoom } from '#components/replay/use-past-sessions.ts';
import { useHere } from '#components/room/here.tsx';
import type { Card } from '#lib/exercises/catalogue.ts';
import { suggest } from '#lib/exercises/suggest.ts';
import { CardList } from './card-list.tsx';
import styles from './choosing.module.css';
import { Filters } from './filters.tsx';
import { Suggested } from './suggested.tsx';
import { noFilters, passing, useFilters } from './use-filters.ts';

/** As many as one looks at before choosing. */
const glance = 5;

export interface ChoosingProps {
  /** What was done before; null while that is still being read. */
  past: PastOfRoom['sessions'];
  onOpen(card: Card): void;
}

/** The library: one suggestion, and a way to choose otherwise in half a minute. */
export function Choosing({ past, onOpen }: ChoosingProps) {
  const t = useTranslations('library.choose');
  const { catalogue } = useHere();
  const [filters, change] = useFilters();
  const [now] = useState(() => Date.now());
  const suggestion = useMemo(
    () => (past?.ok ? suggest(catalogue.offered, past.value, now) : null),
    [catalogue, past, now],
  );
  const chosen = filters.minutes !== null || filters.mood !== null;
  // What stands above already need not stand here too, unless it is what was asked for.
  const beside = chosen ? null : suggestion?.card;
  const cards = passing(catalogue.offered, filters).filter((card) => card !== beside);
  const shown = filters.whole ? cards : cards.slice(0, glance);
  const left = cards.length - shown.length;
  return (
    <>
      {(suggestion || !past) && <Suggested suggestion={suggestion} onOpen={onOpen} />}
      <section aria-labelledby="choose" className="stack">
        <h2 id="choose">{t('heading')}</h2>
        <Filters filters={filters} onChange={change} />
        <p role="status" className="small soft">
          {chosen && (cards.length > 0 ? t('found', { count: cards.length }) : t('none'))}
        </p>
        <CardList cards={shown} onOpen={onOpen} />
        {cards.length === 0 && (
          <button type="button" className="button" onClick={() => change(noFilters)}>
            {t('all')}
          </button>
        )}
        {left > 0 && (
          <button type="button" className="button" onClick={() => change({ whole: true })}>
            {t('more', { count: String(left) })}
          </button>
        )}
        <a className={`small soft ${styles.print}`} href="/exercises">
          {t('print')}
        </a>
      </section>
    </>
  );
}
