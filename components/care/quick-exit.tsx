'use client';

import { useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import { refuges } from '#lib/care/refuge.ts';
import { ExitLink, type ExitWords } from './exit-link.tsx';
import { ExitStrip } from './exit-strip.tsx';
import styles from './quick-exit.module.css';

/** The way off this site, at the top of every page. */
export function QuickExit() {
  return <ExitStrip {...useExit()} />;
}

/** The same way at the same place, for a dialog: what stands below one cannot be pressed. */
export function QuickExitAbove() {
  return (
    <div className={styles.above}>
      <ExitLink {...useExit()} />
    </div>
  );
}

function useExit(): ExitWords {
  const t = useTranslations('common.exit');
  const refuge = refuges[useLanguage()];
  return {
    refuge,
    label: t('label'),
    about: t('about', { place: refuge.name }),
    keys: t('keys'),
    once: t('once'),
  };
}
