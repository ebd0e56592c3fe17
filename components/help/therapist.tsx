'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { linkTo } from '#components/care/link-to.tsx';
import { findingHelp } from '#lib/care/finding-help.ts';

/** How to find a couples therapist, and which titles say something. */
export function Therapist() {
  const t = useTranslations('help.therapist');
  const format = useFormatter();
  const { caw, guide, bvrgs, planning, big, nvrg, psychologists, lastChecked } = findingHelp;
  const date = format.dateTime(new Date(lastChecked), { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <section className="stack" aria-labelledby="therapist">
      <h2 id="therapist">{t('heading')}</h2>
      <p>{t('intro')}</p>
      <p>{t.rich('belgium', { site: linkTo(psychologists) })}</p>
      <p>{t.rich('flanders', { caw: linkTo(caw), guide: linkTo(guide), bvrgs: linkTo(bvrgs) })}</p>
      <p>{t.rich('wallonia', { planning: linkTo(planning) })}</p>
      <p>{t.rich('netherlands', { big: linkTo(big), nvrg: linkTo(nvrg) })}</p>
      <p className="small soft">{t('checked', { date })}</p>
    </section>
  );
}
