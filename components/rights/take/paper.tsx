'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { Moment } from '#components/language/moment.tsx';
import type { PlainTalk } from '#lib/export/plain-talk.ts';
import styles from './paper.module.css';

interface Props {
  title: string;
  talks: readonly PlainTalk[];
  onClose(): void;
}

/** Talks to print: nothing but what happened and what was said. */
export function Paper({ title, talks, onClose }: Props) {
  const t = useTranslations('rights.take');
  const common = useTranslations('common');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.paper} aria-labelledby="paper">
      <h2 id="paper" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <div className={styles.controls}>
        <button type="button" className="button button-primary" onClick={() => print()}>
          {t('print')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {common('close')}
        </button>
      </div>
      {talks.map(({ name, openedAt, lines }) => (
        <article key={openedAt} className="stack">
          <h3>
            {name}, <Moment at={openedAt} form="full" />
          </h3>
          <ol className={styles.lines}>
            {lines.map(({ seq, phase, who, did, words }) => (
              <li key={seq} className={styles.line}>
                <p>
                  {who && <strong>{who} </strong>}
                  {did} <span className="soft small">({phase})</span>
                </p>
                {words && <p className={styles.words}>{words}</p>}
              </li>
            ))}
          </ol>
        </article>
      ))}
    </section>
  );
}
