'use client';

import { useTranslations } from 'use-intl/react';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import type { LineContent } from '#lib/dialogue/transcript.ts';

/** What was said in one line, or that there is a gap. */
export function SaidWords({ content }: { content: LineContent }) {
  const t = useTranslations('session.hand');
  switch (content.kind) {
    case 'text':
      return <p className="said">{content.text}</p>;
    case 'rating':
      return <p>{t('rated', { rating: String(content.rating) })}</p>;
    case 'gap':
      return <p className="soft">{t('gap')}</p>;
    case 'withheld':
      return <p className="soft">{t('withheld')}</p>;
    case 'none':
      return null;
    default:
      return assertNever(content);
  }
}
