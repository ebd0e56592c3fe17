'use client';

import { useTranslations } from 'use-intl/react';
import { HelpLines } from '#components/care/help-lines.tsx';
import { linkTo } from '#components/care/link-to.tsx';
import { findingHelp } from '#lib/care/finding-help.ts';
import styles from './help.module.css';
import { Therapist } from './therapist.tsx';
import { Traces } from './traces.tsx';

/** Whom to call, when an app is not enough, where to find a therapist, and what traces this leaves. */
export function Help() {
  const t = useTranslations('help');
  const care = useTranslations('care.lines');
  return (
    <main id="content" className={`page ${styles.help}`}>
      <h1>{t('heading')}</h1>
      <p>{t('intro')}</p>
      <section className="stack" aria-labelledby="lines">
        <h2 id="lines">{t('lines')}</h2>
        <HelpLines purposes={['danger', 'violence', 'suicide']} heading="h3" whole />
        <p className="small">{care('hours')}</p>
        <p className="small">{t.rich('called', { source: linkTo(findingHelp.bipt) })}</p>
      </section>
      <section className="stack" aria-labelledby="enough">
        <h2 id="enough">{t('enough.heading')}</h2>
        <p>{t('enough.intro')}</p>
        <ul className={styles.list}>
          {(['violence', 'affair', 'addiction', 'suicide', 'distress'] as const).map((reason) => (
            <li key={reason}>{t(`enough.${reason}`)}</li>
          ))}
        </ul>
        <p>{t('enough.start')}</p>
      </section>
      <section className="stack" aria-labelledby="watch">
        <h2 id="watch">{t('watch.heading')}</h2>
        <p>{t('watch.text')}</p>
      </section>
      <Therapist />
      <Traces />
    </main>
  );
}
