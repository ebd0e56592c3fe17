'use client';

import { useTranslations } from 'use-intl/react';
import { useHere } from '../here.tsx';
import type { AtHand, SaidLine } from './at-hand.ts';
import styles from './hand.module.css';
import { Marked } from './hints/untouched.tsx';
import { SaidWords } from './said-words.tsx';

/** The words that must stay readable now. */
export function Hand({ hand }: { hand: AtHand }) {
  const t = useTranslations('session.hand');
  const { you, partnerName: name } = useHere();
  const by = (line: SaidLine) => (line.by === you ? t('yours') : t('theirs', { name }));
  const first = hand.lines[0];
  if (!first) return null;
  if (hand.kind === 'story') {
    return (
      <article aria-label={t('story', { name })} className={`${styles.said} voice-${first.by}`}>
        <h2 className={styles.by}>{t('story', { name })}</h2>
        {hand.lines.map((line) => (
          <Heard key={line.seq} line={line} />
        ))}
      </article>
    );
  }
  return hand.lines.map((line) => (
    <article key={line.seq} aria-label={by(line)} className={`${styles.said} voice-${line.by}`}>
      <h2 className={styles.by}>{by(line)}</h2>
      <Heard line={line} />
    </article>
  ));
}

function Heard({ line: { content } }: { line: SaidLine }) {
  return content.kind === 'text' ? <Marked text={content.text} /> : <SaidWords content={content} />;
}
