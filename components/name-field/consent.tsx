'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';

const privacy = (words: ReactNode) => <a href="/privacy">{words}</a>;

/** What somebody agrees to by going on; its version stands in lib/rights/consent.ts. */
export function Consent() {
  const t = useTranslations('common');
  return <p className="soft small">{t.rich('consent', { privacy })}</p>;
}
