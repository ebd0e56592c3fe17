'use client';

import { useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import styles from './talk.module.css';
import { TalkLine } from './talk-line.tsx';
import { useBelow } from './use-below.ts';

/** The talk as it goes, the newest at the end. Nothing moves under who reads; a button leads to what is new. */
export function Talk({ session }: { session: ObservedSession }) {
  const t = useTranslations('observe.talk');
  const { lines, state } = session;
  const texts = session.texts[useLanguage()];
  const box = useRef<HTMLElement>(null);
  const { below, unseen, follow, setFollow, toEnd } = useBelow(box, lines.length);
  const hidden = new Set(state.concealed.map(({ seq }) => seq));
  return (
    <>
      <div className={styles.head}>
        <h2 id="talk">{t('heading')}</h2>
        <label className={`small ${styles.follow}`}>
          <input
            type="checkbox"
            checked={follow}
            onChange={(event) => setFollow(event.target.checked)}
          />
          {t('follow')}
        </label>
      </div>
      <div className={styles.frame}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
        <section ref={box} aria-labelledby="talk" tabIndex={0} className={styles.scroll}>
          {lines.length === 0 ? (
            <p className="soft">{t('empty')}</p>
          ) : (
            <ol className={styles.lines}>
              {lines.map((line, index) => (
                <TalkLine
                  key={line.seq}
                  line={line}
                  session={session}
                  hidden={hidden}
                  phase={beginsPhase(lines, index) ? phaseTexts(texts, line.phaseId).name : null}
                />
              ))}
            </ol>
          )}
        </section>
        <p className={`small ${styles.below}`}>
          {below ? (
            <button type="button" className="button" onClick={toEnd}>
              <span aria-hidden="true">↓</span>
              {unseen > 0 ? t('belowCount', { count: unseen }) : t('below')}
            </button>
          ) : (
            <span className="soft">{t('newest')}</span>
          )}
        </p>
      </div>
    </>
  );
}

/** Whether another phase, or the other half, begins at this line. */
function beginsPhase(lines: readonly TranscriptLine[], index: number): boolean {
  return lines[index]?.legIndex !== lines[index - 1]?.legIndex;
}
