'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import { SaidWords } from '#components/room/session/said-words.tsx';
import { VoiceMark } from '#components/room/voice-mark.tsx';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { courseOf, stepOfLine } from '#lib/dialogue/course.ts';
import { otherSeat } from '#lib/dialogue/seat.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { scaleTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useCueWords } from './cue-words.ts';
import { heardIn } from './heard.ts';
import styles from './talk.module.css';
import { useTold } from './use-told.ts';
import { useWatching } from './watching.tsx';

interface Props {
  line: TranscriptLine;
  session: ObservedSession;
  /** The events whose words are hidden from one of the two as well. */
  hidden: ReadonlySet<number>;
  /** The phase that begins here; null when none does. */
  phase: string | null;
}

/** One line of the talk she watches. */
export function TalkLine({ line, session, hidden, phase }: Props) {
  const told = useTold(session);
  const format = useFormatter();
  const { nameOf } = useWatching();
  const { by, at } = line;
  return (
    <li>
      {phase && <p className={styles.phase}>{phase}</p>}
      <div className={`${styles.line} ${by ? `voice-${by}` : styles.aside}`}>
        <p className="small">
          {by && (
            <>
              <VoiceMark seat={by} /> <strong className={styles.name}>{nameOf(by)}</strong>{' '}
            </>
          )}
          <span className="soft">
            {told(line)}{' '}
            <time dateTime={new Date(at).toISOString()}>
              {format.dateTime(at, { timeStyle: 'short' })}
            </time>
          </span>
        </p>
        <Words line={line} session={session} hidden={hidden} />
      </div>
    </li>
  );
}

function Words({ line, session, hidden }: Omit<Props, 'phase'>) {
  const t = useTranslations('observe.talk');
  const cueWords = useCueWords();
  const { nameOf } = useWatching();
  const texts = session.texts[useLanguage()];
  const heard = heardIn(line, hidden);
  const { content, by } = line;
  switch (heard.kind) {
    case 'said': {
      const step = stepOfLine(courseOf(session.exercise), line);
      const other = by === null ? '' : nameOf(otherSeat(by));
      const scales = scaleTexts(texts, step).map((scale) => withPartner(scale, other));
      return <SaidWords content={content} scales={scales} />;
    }
    case 'cue':
      return content.kind === 'cue' ? <p>{cueWords(content.cue)}</p> : null;
    case 'unseen':
      return <p className="soft">{t(`unseen.${heard.what}`)}</p>;
    case 'hidden':
      return <p className="soft">{t('withheld')}</p>;
    case 'gap': {
      const stands = session.state.content.some(({ seq }) => seq === line.seq);
      return <p className="soft">{t(stands ? 'unopened' : 'gap')}</p>;
    }
    case 'aloud':
      return <p className="soft">{t('aloud')}</p>;
    case 'nothing':
      return null;
    default:
      return assertNever(heard);
  }
}
