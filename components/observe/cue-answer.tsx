'use client';

import { useTranslations } from 'use-intl/react';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import { useCueWords } from './cue-words.ts';
import styles from './cues.module.css';
import { useWatching } from './watching.tsx';

/** What became of the last cue: under way, waiting for a connection, not shared, or shared and with whom. */
export function CueAnswer({ session, noKey }: { session: ObservedSession; noKey: boolean }) {
  return (
    <p role="status" className={`${styles.told} ${styles.lines}`}>
      {useAnswer(session, noKey)}
    </p>
  );
}

function useAnswer({ pending, refused, lines, state }: ObservedSession, noKey: boolean): string {
  const t = useTranslations('observe.cues');
  const reason = useTranslations('refusal');
  const words = useCueWords();
  const { nameOf } = useWatching();
  const waiting = pending.find(({ act }) => act.type === 'cue');
  if (waiting) return t(waiting.trouble === null ? 'sending' : 'waiting');
  if (noKey) return t('failed');
  if (refused?.act.type === 'cue') return `${t('failed')} ${reason(refused.reason)}`;
  if (state.status !== 'running') return t('notNow');
  const last = lines.findLast(({ fact }) => fact.type === 'cued');
  if (last?.fact.type !== 'cued') return t('about');
  const cue = last.content.kind === 'cue' ? words(last.content.cue) : '';
  const { to } = last.fact;
  return to === 'both' ? t('deliveredBoth', { cue }) : t('deliveredOne', { name: nameOf(to), cue });
}
