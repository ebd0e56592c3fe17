'use client';

import { useTranslations } from 'use-intl/react';
import { Ratings } from '#components/room/session/ratings.tsx';
import { VoiceMark } from '#components/room/voice-mark.tsx';
import { courseOf, stepOfLine } from '#lib/dialogue/course.ts';
import { actOf } from '#lib/dialogue/event.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { scaleTexts, wayTexts, withPartner } from '#lib/exercises/texts-of.ts';
import styles from './rating-pair.module.css';
import { useReplaying } from './replaying.tsx';
import { Said } from './said.tsx';

/** The two answers that came into the open together, side by side on their scale. */
export function RatingPair({ pair, step }: { pair: readonly TranscriptLine[]; step: string }) {
  const t = useTranslations('replay.said');
  const { recording, texts, nameOf } = useReplaying();
  const act = pair[0] && actOf(pair[0].fact);
  const scale = act && wayTexts(texts, step, act).scale;
  const first = pair[0];
  const asked = first ? stepOfLine(courseOf(recording.exercise), first) : null;
  if (asked?.scales) {
    return (
      <Ratings
        scales={scaleTexts(texts, asked).map((text) => withPartner(text, t('other')))}
        columns={pair.map(({ by, content }) => ({
          by: by && (
            <span className={`${styles.column} voice-${by}`}>
              <VoiceMark seat={by} /> {nameOf(by)}
            </span>
          ),
          ratings: content.kind === 'ratings' ? content.ratings : [],
        }))}
      />
    );
  }
  return (
    <ul className={styles.pair}>
      {pair.map((line) => (
        <li key={line.seq} className={line.by ? `voice-${line.by}` : ''}>
          <p className={styles.who}>
            {line.by && <VoiceMark seat={line.by} />}
            <strong>{line.by && nameOf(line.by)}</strong>
          </p>
          <Said line={line} />
          {line.content.kind === 'rating' && (
            <div aria-hidden="true" className={styles.scale}>
              <span style={{ width: `${line.content.rating * 10}%` }} />
            </div>
          )}
        </li>
      ))}
      {scale && (
        <li className={`soft small ${styles.ends}`}>
          <span>0: {scale.low}</span> <span>10: {scale.high}</span>
        </li>
      )}
    </ul>
  );
}
