'use client';

import { useTranslations } from 'use-intl/react';
import type { Card } from '#lib/exercises/catalogue.ts';
import { Mood } from '#lib/exercises/exercise-file.ts';
import styles from './shelf.module.css';

/** Every exercise there is, by what it is for, each leading to its card. */
export function Shelf({ cards }: { cards: readonly Card[] }) {
  const t = useTranslations('library');
  const common = useTranslations('common');
  return (
    <main id="content" className="page">
      <h1>{t('paper.heading')}</h1>
      <p>{t('paper.intro')}</p>
      {Mood.options.map((mood) => {
        const found = cards.filter((card) => card.mood === mood);
        return (
          found.length > 0 && (
            <section key={mood} aria-labelledby={mood} className="stack">
              <h2 id={mood}>{t(`mood.${mood}`)}</h2>
              <ul className={styles.cards}>
                {found.map((card) => (
                  <li key={card.id}>
                    <a href={`/exercises/${card.id}`}>{card.name}</a>
                    <p className="small">{card.purpose}</p>
                    <p className="small soft">
                      {t('about.minutes', { minutes: String(card.minutes) })}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <a className="button" href="/">
        {common('toStart')}
      </a>
    </main>
  );
}
