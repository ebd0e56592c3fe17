'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { linkTo } from '#components/care/link-to.tsx';
import { consentVersions } from '#lib/rights/consent.ts';
import type { CookieNames } from '#lib/rights/cookies.ts';
import styles from './privacy.module.css';
import { PrivacyCookies } from './privacy-cookies.tsx';

const strong = (words: ReactNode) => <strong>{words}</strong>;

/** The authorities in whose languages the app speaks. */
const authorities = {
  be: 'https://www.gegevensbeschermingsautoriteit.be',
  nl: 'https://www.autoriteitpersoonsgegevens.nl',
} as const;

const kept = [
  'words',
  'course',
  'names',
  'stay',
  'readings',
  'watching',
  'account',
  'journal',
] as const;
const doable = ['see', 'take', 'erase', 'keep', 'leave'] as const;

interface Props {
  /** How to reach whoever is responsible for this server; null when they did not say. */
  contact: string | null;
  cookies: CookieNames;
}

/**
 * What is kept, why, how long and for whom, and what one can do about it.
 */
export function Privacy({ contact, cookies }: Props) {
  const t = useTranslations('privacy');
  return (
    <main id="content" className={`page ${styles.privacy}`}>
      <h1>{t('heading')}</h1>
      <p>{t('intro')}</p>
      <section className="stack" aria-labelledby="who">
        <h2 id="who">{t('who.heading')}</h2>
        <p>{t('who.text')}</p>
        <p>
          {contact
            ? t.rich('who.contact', { contact: () => <strong>{contact}</strong> })
            : t('who.unknown')}
        </p>
      </section>
      <section className="stack" aria-labelledby="kept">
        <h2 id="kept">{t('kept.heading')}</h2>
        <p>{t('kept.law')}</p>
        <dl className={styles.terms}>
          {kept.map((thing) => (
            <Term key={thing} name={t(`kept.${thing}`)}>
              {t(`kept.${thing}Text`)}
            </Term>
          ))}
        </dl>
      </section>
      <section className="stack" aria-labelledby="sees">
        <h2 id="sees">{t('sees.heading')}</h2>
        <p>{t('sees.us')}</p>
        <p>{t('sees.third')}</p>
        <p>{t('sees.watch')}</p>
      </section>
      <PrivacyCookies names={cookies} />
      <section className="stack" aria-labelledby="doable">
        <h2 id="doable">{t('rights.heading')}</h2>
        <p>{t('rights.intro')}</p>
        <ul className={styles.list}>
          {doable.map((right) => (
            <li key={right}>{t.rich(`rights.${right}`, { strong })}</li>
          ))}
        </ul>
        <p>{t('rights.limit')}</p>
        <p>
          {t.rich('rights.complain', { be: linkTo(authorities.be), nl: linkTo(authorities.nl) })}
        </p>
      </section>
      <section className="stack" aria-labelledby="limit">
        <h2 id="limit">{t('limit.heading')}</h2>
        <p>{t('limit.server')}</p>
        <p>{t('limit.device')}</p>
        <p>{t('limit.lost')}</p>
      </section>
      <p className="soft small">{t('changed', { version: String(consentVersions.guest) })}</p>
      <a className="button" href="/">
        {t('toStart')}
      </a>
    </main>
  );
}

function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
