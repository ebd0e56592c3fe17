'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import type { HelpGroup, HelpLine } from '#lib/care/help-line.ts';
import { helpGroups } from '#lib/care/help-lines.ts';
import styles from './help-lines.module.css';
import { linkTo } from './link-to.tsx';

interface Props {
  purposes: readonly HelpGroup['purpose'][];
  /** How deep its headings lie on the page. */
  heading: 'h2' | 'h3';
  /** Whether all of each line is there at once, with how we know it, or first what calling it takes. */
  whole?: boolean;
}

/** The lines to call for these purposes, in groups that stay whole, danger first. */
export function HelpLines({ purposes, heading: Heading, whole = false }: Props) {
  const t = useTranslations('care.lines');
  const language = useLanguage();
  const shown = helpGroups.filter(({ purpose }) => purposes.includes(purpose));
  return (
    <div className={styles.groups}>
      {shown.map(({ id, country, title, lines }) => (
        <section key={id} className={`card ${styles.group}`} aria-labelledby={`lines-${id}`}>
          <Heading id={`lines-${id}`}>
            {country !== 'both' && (
              <span className={styles.country}>{t(`country.${country}`)}</span>
            )}
            {title[language]}
          </Heading>
          <ul>
            {lines.map((line) => (
              <li key={line.number}>
                <Line line={line} whole={whole} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ line, whole }: { line: HelpLine; whole: boolean }) {
  const t = useTranslations('care.lines');
  const language = useLanguage();
  const { number, also, name, speaks, hours, note } = line;
  const [spoken] = speaks;
  return (
    <div className={styles.line}>
      <p className={styles.call}>
        <Call number={number} />
        {also && <Call number={also} />}
        {name !== number && <span lang={spoken}>{name}</span>}
      </p>
      {whole && <About line={line} />}
      <p className="small soft">{hours[language]}</p>
      {note && <p className="small">{note[language]}</p>}
      {whole ? (
        <Checked line={line} />
      ) : (
        <details className="small">
          <summary>{t('about')}</summary>
          <About line={line} />
        </details>
      )}
    </div>
  );
}

function Call({ number }: { number: string }) {
  return <a href={`tel:${number.replace(/\D/g, '')}`}>{number}</a>;
}

function About({ line }: { line: HelpLine }) {
  const t = useTranslations('care.lines');
  const language = useLanguage();
  const { when, terms, site } = line;
  return (
    <>
      <p>
        {when[language]} {terms[language]}
      </p>
      <p className="small">
        <a href={site} rel="noreferrer">
          {t('site', { site: new URL(site).hostname.replace('www.', '') })}
        </a>
      </p>
    </>
  );
}

function Checked({ line }: { line: HelpLine }) {
  const t = useTranslations('care.lines');
  const format = useFormatter();
  const against = line.checkedAgainst[useLanguage()];
  const day = new Date(line.lastChecked);
  const date = format.dateTime(day, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <p className="small soft">
      {t.rich('checked', { date, against, source: linkTo(line.source) })}
    </p>
  );
}
