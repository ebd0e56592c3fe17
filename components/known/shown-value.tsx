'use client';

import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { Shown } from '#lib/rights/known.ts';

const day = 24 * 60 * 60_000;

/** What stands in one place of a table: itself, or what sort of thing it is. */
export function ShownValue({ shown }: { shown: Shown }) {
  const t = useTranslations('known');
  switch (shown.holding) {
    case 'nothing':
      return <span className="soft">{t('nothing')}</span>;
    case 'theirs':
      return <span className="soft">{t('theirs')}</span>;
    case 'id':
      return <code>{shown.text}</code>;
    case 'plain':
      return shown.text;
    case 'yes-no':
      return t(shown.yes ? 'yes' : 'no');
    case 'time':
      return <Moment at={shown.at} form="full" />;
    case 'term':
      return shown.at < day ? t('less') : t('days', { count: Math.round(shown.at / day) });
    case 'sealed':
    case 'digest':
      return t(shown.holding, { length: shown.length });
    default:
      return assertNever(shown);
  }
}
