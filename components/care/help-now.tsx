'use client';

import { useTranslations } from 'use-intl/react';
import styles from './check.module.css';
import { CheckScreen } from './check-screen.tsx';
import { HelpLines } from './help-lines.tsx';

/** For who is afraid, hurt or not free: help, and nobody who is told. */
export function HelpNow({ onLeave }: { onLeave(): void }) {
  const t = useTranslations('care.help');
  const common = useTranslations('common');
  const lines = useTranslations('care.lines');
  return (
    <CheckScreen title={t('title')}>
      <p>{t('why')}</p>
      <section className="stack" aria-labelledby="partner">
        <h2 id="partner">{t('partnerTitle')}</h2>
        <p>
          {t('partner')} {t('asked')}
        </p>
      </section>
      <section className="stack" aria-labelledby="talk">
        <h2 id="talk">{t('talkTitle')}</h2>
        <p>{t('talk')}</p>
        <HelpLines purposes={['danger', 'violence']} heading="h3" />
        <p className="small soft">{lines('hours')}</p>
      </section>
      <section className="stack" aria-labelledby="trace">
        <h2 id="trace">{t('traceTitle')}</h2>
        <p>{t('trace')}</p>
      </section>
      <div className={styles.choices}>
        <button type="button" className="button" onClick={onLeave}>
          {common('toStart')}
        </button>
        <a className="button button-quiet" href="/help">
          {t('more')}
        </a>
      </div>
    </CheckScreen>
  );
}
