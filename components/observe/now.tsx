'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { useLanguage } from '#components/language/use-language.ts';
import { VoiceMark } from '#components/room/voice-mark.tsx';
import type { ObservedSession } from '#lib/client/observation/observer-snapshot.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { courseOf, legAt, speakerIn } from '#lib/dialogue/course.ts';
import type { TalkFacts } from '#lib/dialogue/facts.ts';
import type { Time } from '#lib/dialogue/id.ts';
import { awaited } from '#lib/dialogue/legal.ts';
import type { Held, Running } from '#lib/dialogue/state.ts';
import { phaseTexts } from '#lib/exercises/texts-of.ts';
import styles from './now.module.css';
import { useSpan } from './span.tsx';
import { Track } from './track.tsx';
import { useWatching } from './watching.tsx';

interface Props {
  session: ObservedSession;
  facts: TalkFacts;
  now: Time;
}

/** Where they are at this moment: who has the floor and how long, or that they stand still, and the phase. */
export function Now({ session, facts, now }: Props) {
  const t = useTranslations('observe.floor');
  const span = useSpan();
  const { nameOf } = useWatching();
  const { exercise, state } = session;
  const texts = session.texts[useLanguage()];
  const course = courseOf(exercise);
  const leg = legAt(course, state.place);
  const holder = facts.floor?.holder ?? null;
  const since = facts.floor?.since ?? (state.status === 'held' ? state.hold.since : null);
  return (
    <section aria-labelledby="now" className={`${styles.now} ${holder ? `voice-${holder}` : ''}`}>
      <h2 id="now">{t('heading')}</h2>
      <p className={styles.floor}>
        {holder && <VoiceMark seat={holder} />}
        <span>
          <Standing session={session} now={now} />
        </span>
      </p>
      <p className={`small soft ${styles.time}`}>
        {since !== null && t('since', { time: span(now - since) })}
      </p>
      <Track exercise={exercise} state={state} />
      <p className="small">
        {t('phase', {
          phase: phaseTexts(texts, leg.phase.id).name,
          index: String(state.place.leg + 1),
          total: String(course.length),
        })}
      </p>
      <p className="small soft">
        {leg.half > 0 && `${t('tells', { name: nameOf(speakerIn(leg, state.opener)) })}. `}
        {t(state.mode)}
      </p>
    </section>
  );
}

function Standing({ session, now }: { session: ObservedSession; now: Time }) {
  const standing = useStanding();
  return standing(session, now);
}

/** How they stand, in one sentence. */
export function useStanding(): (session: ObservedSession, now: Time) => string {
  const t = useTranslations('observe.floor');
  const format = useFormatter();
  const { nameOf } = useWatching();
  const moment = (at: Time) => format.dateTime(at, { timeStyle: 'short' });
  const running = ({ exercise }: ObservedSession, state: Running, now: Time): string => {
    if (state.postponedTo !== null && now < state.postponedTo) {
      return t('postponed', { time: moment(state.postponedTo) });
    }
    const [first, second] = awaited(exercise, state);
    if (second) return t('both');
    if (!first) return '';
    return t(state.answered.length > 0 ? 'waiting' : 'one', { name: nameOf(first) });
  };
  const held = ({ hold }: Held): string => {
    const [ready] = hold.ready;
    if (ready) return t('ready', { name: nameOf(ready) });
    return hold.kind === 'time-out' ? t('timeOut', { time: moment(hold.until) }) : t(hold.kind);
  };
  return (session, now) => {
    const { state } = session;
    switch (state.status) {
      case 'running':
        return running(session, state, now);
      case 'held':
        return held(state);
      case 'ended':
        return t('ended');
      default:
        return assertNever(state);
    }
  };
}
