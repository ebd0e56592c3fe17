'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { Watching } from '#lib/rights/record.ts';

/** That somebody was let in to watch. `talk`: which session, when there was one and it is still known. */
export function Watched({ watching, talk }: { watching: Watching; talk: string | null }) {
  const t = useTranslations('rights.readings');
  const { name, role, lens, from, until } = watching;
  return (
    <>
      {talk ? t('watchedTalk', { name, role, talk }) : t('watched', { name, role })} {t(lens)}
      <br />
      <span className="soft small">
        <Moment at={from} form="full" />
        {' – '}
        {until === null ? t('still') : <Moment at={until} form="full" />}
      </span>
    </>
  );
}
