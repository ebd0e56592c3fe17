'use client';

import { useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import { VoiceMark } from '#components/room/voice-mark.tsx';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import type { TalkFacts } from '#lib/dialogue/facts.ts';
import { seats } from '#lib/dialogue/seat.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import styles from './facts.module.css';
import { useSpan } from './span.tsx';
import watch from './watch.module.css';
import { useWatching } from './watching.tsx';

/** What can be counted of the talk. Nothing in it says who does well. */
export function Facts({ session, facts }: { session: ObservedSession; facts: TalkFacts }) {
  const t = useTranslations('observe.facts');
  const span = useSpan();
  const { nameOf } = useWatching();
  const texts = session.texts[useLanguage()];
  const mirrors = ({ made, firstTime }: TalkFacts['seats']['a']['mirrors']) =>
    t('mirrorsValue', { first: String(firstTime), made: String(made) });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section aria-labelledby="facts" tabIndex={0} className={`${styles.facts} ${watch.facts}`}>
      <h2 id="facts">{t('heading')}</h2>
      <p className="small soft">{t('about')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {seats.map((seat) => (
              <th key={seat} scope="col">
                <VoiceMark seat={seat} /> {nameOf(seat)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('floor')}</th>
            {seats.map((seat) => (
              <td key={seat}>{span(facts.seats[seat].floor)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('mirrors')}</th>
            {seats.map((seat) => (
              <td key={seat}>{mirrors(facts.seats[seat].mirrors)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('corrections')}</th>
            {seats.map((seat) => (
              <td key={seat}>{facts.seats[seat].corrections}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <dl className={styles.counts}>
        <div>
          <dt>{t('pauses')}</dt>
          <dd>{facts.pauses}</dd>
        </div>
        <div>
          <dt>{t('timeOuts')}</dt>
          <dd>{facts.timeOuts}</dd>
        </div>
      </dl>
      <h3>{t('phases')}</h3>
      <ol className={styles.phases}>
        {facts.phases.map(({ legIndex, phaseId, duration }) => (
          <li key={legIndex}>
            <span>{phaseTexts(texts, phaseId).name}</span>
            <span>{span(duration)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
