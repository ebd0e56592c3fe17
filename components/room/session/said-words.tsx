'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { LineContent } from '#lib/dialogue/transcript.ts';
import { dayOf } from './day.ts';
import { Ratings } from './ratings.tsx';

interface Props {
  content: LineContent;
  /** What each number of a check was asked for, when there can be any. */
  scales?: readonly string[];
}

/** What was said in one line, or that there is a gap. */
export function SaidWords({ content, scales = [] }: Props) {
  const t = useTranslations('session.hand');
  const format = useFormatter();
  switch (content.kind) {
    case 'text':
      return <p className="said">{content.text}</p>;
    case 'rating':
      return <p>{t('rated', { rating: String(content.rating) })}</p>;
    case 'ratings':
      return <Ratings scales={scales} columns={[{ ratings: content.ratings }]} />;
    case 'date':
      return <p className="said">{format.dateTime(dayOf(content.date), { dateStyle: 'full' })}</p>;
    case 'gap':
      return <p className="soft">{t('gap')}</p>;
    case 'withheld':
      return <p className="soft">{t('withheld')}</p>;
    case 'unseen':
    case 'cue':
    case 'none':
      return null;
    default:
      return assertNever(content);
  }
}
