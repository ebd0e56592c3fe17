'use client';

import { useTranslations } from 'use-intl/react';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { courseOf, legAt } from '#lib/dialogue/course.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { Running } from '#lib/dialogue/state.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { useServerTime } from '../clock.ts';

const minute = 60_000;

/** Aloud the app keeps the time as well: about how long this phase takes, and how much of it is left. */
export function PhaseTime({ session, state }: { session: SessionSnapshot; state: Running }) {
  const t = useTranslations('session.time');
  const { minutes } = legAt(courseOf(session.exercise), state.place).phase;
  const keeps = state.mode === 'spoken' && minutes !== undefined;
  const now = useServerTime(keeps);
  if (!keeps) return null;
  const since = begunAt(session.lines, state.place.leg) ?? state.at;
  const left = Math.ceil((since + minutes * minute - now) / minute);
  return (
    <p className="small soft">
      {left > 0 ? t('left', { minutes: Math.min(left, minutes) }) : t('over')}
    </p>
  );
}

/** When the phase of this leg began, or was taken up again after a hold; null before any line. */
export function begunAt(lines: readonly TranscriptLine[], leg: number): Time | null {
  const before = lines.findLastIndex(
    ({ legIndex, fact }) => legIndex !== leg || fact.type === 'resumed',
  );
  // The line that leaves a phase still happened in it, so its time is when the next one began.
  return lines[before]?.at ?? lines[0]?.at ?? null;
}
