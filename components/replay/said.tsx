'use client';

import { useTranslations } from 'use-intl/react';
import { SaidWords } from '#components/room/session/said-words.tsx';
import { acts } from '#lib/dialogue/act.ts';
import { assertNever } from '#lib/dialogue/assert-never.ts';
import { courseOf, stepOfLine } from '#lib/dialogue/course.ts';
import { actOf } from '#lib/dialogue/event.ts';
import { otherSeat } from '#lib/dialogue/seat.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { scaleTexts, withPartner } from '#lib/exercises/texts-of.ts';
import { useReplaying } from './replaying.tsx';

/** What was said in a line, or why there is nothing to read. */
export function Said({ line }: { line: TranscriptLine }) {
  const t = useTranslations('replay.said');
  const cues = useTranslations('cues');
  const { recording, texts, nameOf, file } = useReplaying();
  const { exercise, state } = recording;
  const { content, concealed } = state;
  const step = stepOfLine(courseOf(exercise), line);
  const other = line.by === null ? '' : nameOf(otherSeat(line.by));
  const scales = scaleTexts(texts, step).map((scale) => withPartner(scale, other));
  switch (line.content.kind) {
    case 'text':
      return <p className="said">{line.content.text}</p>;
    case 'rating':
      return (
        <>
          <p>{t('rating', { rating: String(line.content.rating) })}</p>
          {concealed.some(({ seq }) => seq === line.seq) && <p className="soft">{t('onlyYou')}</p>}
        </>
      );
    case 'ratings':
    case 'date':
      return <SaidWords content={line.content} scales={scales} />;
    case 'gap': {
      // A cue is not among the words of the two: it goes with all of them, or does not open here.
      if (line.fact.type === 'cued') return <p className="soft">{t('unreadable')}</p>;
      const stands = content.some(({ seq }) => seq === line.seq);
      const leftOut = file === 'mine' && line.by !== recording.you;
      return <p className="soft">{t(stands ? (leftOut ? 'leftOut' : 'unreadable') : 'gap')}</p>;
    }
    case 'withheld':
      return <p className="soft">{t('withheld')}</p>;
    case 'unseen':
      return <p className="soft">{t('unseen', { name: nameOf(otherSeat(recording.you)) })}</p>;
    case 'cue':
      return (
        <p className="said">
          {line.content.cue.kind === 'own' ? line.content.cue.text : cues(line.content.cue.id)}
        </p>
      );
    case 'none': {
      const act = actOf(line.fact);
      return act && acts[act].words === 'text' ? <p className="soft">{t('aloud')}</p> : null;
    }
    default:
      return assertNever(line.content);
  }
}
