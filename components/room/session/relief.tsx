'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '#components/button/button.tsx';
import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import { courseOf, stepOfLine } from '#lib/dialogue/course.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { useHere } from '../here.tsx';
import { useMoves } from '../use-moves.ts';

/** So much more tension than the time before, on the scale of 0 to 10, is a jump. */
const jump = 3;
/** From here on it is much, however it was before. */
const much = 8;
/** Below this a jump is only a little tension. */
const some = 5;

/** Offers a pause to whoever just said that it became much, on their own screen alone. */
export function Relief({ session }: { session: SessionSnapshot }) {
  const t = useTranslations('session.relief');
  const { you } = useHere();
  const { busy, submit } = useMoves(session);
  const [declined, setDeclined] = useState(0);
  const seq = floodedAt(session.exercise, session.lines, you);
  const asks = seq !== null && seq > declined && isLastOf(you, session.lines, seq);
  return (
    <div role="status">
      {asks && (
        <section className="card stack">
          <p>{t('about')}</p>
          <p className="small soft">{t('private')}</p>
          <div className="row">
            <Button off={busy} onPress={() => void submit({ type: 'pause' })}>
              {t('pause')}
            </Button>
            <Button off={busy} onPress={() => setDeclined(seq)}>
              {t('goOn')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

/** The place of this seat's last answer about tension, when it tells of much or of a jump; else null. */
export function floodedAt(
  exercise: ExerciseDefinition,
  lines: readonly TranscriptLine[],
  seat: Seat,
): number | null {
  const course = courseOf(exercise);
  const answers = lines.flatMap((line) => {
    const { content, by, fact, seq } = line;
    const tells = by === seat && fact.type === 'rated' && content.kind === 'rating';
    if (!tells || !stepOfLine(course, line).distress) return [];
    return [{ seq, tension: content.rating }];
  });
  const last = answers.at(-1);
  if (!last) return null;
  const before = answers.at(-2)?.tension ?? last.tension;
  const flooded = last.tension >= much || (last.tension >= some && last.tension - before >= jump);
  return flooded ? last.seq : null;
}

/** Whether this seat did nothing since: it then went on by itself. */
function isLastOf(seat: Seat, lines: readonly TranscriptLine[], seq: number): boolean {
  return lines.findLast(({ by }) => by === seat)?.seq === seq;
}
