import { restatements } from '#lib/dialogue/act.ts';
import { courseOf, stepAt, stepOfLine } from '#lib/dialogue/course.ts';
import { wordsFor } from '#lib/dialogue/decide.ts';
import { actOf } from '#lib/dialogue/event.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { floorOf } from '#lib/dialogue/floor.ts';
import { actsOf } from '#lib/dialogue/legal.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Ledger, Running } from '#lib/dialogue/state.ts';
import { stretchAt, stretchesOf } from '#lib/dialogue/stretches.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';

/** A line with an author. */
export type SaidLine = TranscriptLine & { by: Seat };

/** What has to stay readable now: the words of this moment, or the whole story told so far. */
export interface AtHand {
  kind: 'moment' | 'story';
  lines: readonly SaidLine[];
}

/** Chooses from all that was said what somebody needs before their eyes at this step. */
export function atHand(
  exercise: ExerciseDefinition,
  state: Running,
  lines: readonly TranscriptLine[],
  you: Seat,
): AtHand {
  const stretches = stretchesOf(exercise, state.opener);
  const stretch = stretchAt(stretches, state.place.leg);
  const { speaker, turn } = floorOf(exercise, state, you);
  const here = lines
    .filter(isSaid)
    .filter((line) => stretchAt(stretches, line.legIndex)?.from === stretch?.from);
  const spoken = here.filter(hasWords);

  const answering = stepAt(courseOf(exercise), state.place).ways;
  if (answering.every(({ act }) => act === 'answer')) {
    return { kind: 'moment', lines: spoken.slice(-1) };
  }
  const settled = here.findLastIndex((line) => line.content.kind === 'none');
  const moment = here.slice(settled + 1).filter(hasWords);
  if (moment.length > 0) return { kind: 'moment', lines: withoutFormerMirrors(moment, speaker) };

  const asked = turn === 'yours' ? actsOf(exercise, state, you) : [];
  const retells = speaker !== you && asked.some((act) => wordsFor(act, state.mode) === 'text');
  const story = spoken.filter((line) => line.by === speaker);
  if (retells && story.length > 0) return { kind: 'story', lines: story };
  return { kind: 'moment', lines: spoken.slice(-1) };
}

/** The two hidden answers that were opened last; none while there were none. */
export function lastRevealed(
  exercise: ExerciseDefinition,
  { concealed }: Pick<Ledger, 'concealed'>,
  lines: readonly TranscriptLine[],
): readonly SaidLine[] {
  const course = courseOf(exercise);
  const hidden = new Set(concealed.map(({ seq }) => seq));
  const opened = lines
    .filter(isSaid)
    .filter((line) => !hidden.has(line.seq) && stepOfLine(course, line).hidden === true);
  const last = opened.at(-1);
  const first = opened.findLast(
    ({ by, legIndex, stepId }) =>
      by !== last?.by && legIndex === last?.legIndex && stepId === last.stepId,
  );
  // Said aloud, there is nothing to open.
  const carried = ({ content }: SaidLine) => content.kind !== 'none';
  return first && last && [first, last].some(carried) ? [first, last] : [];
}

/** The same two, when nothing was done since; else none. */
export function justRevealed(
  exercise: ExerciseDefinition,
  state: Pick<Ledger, 'concealed'>,
  lines: readonly TranscriptLine[],
): readonly SaidLine[] {
  const pair = lastRevealed(exercise, state, lines);
  return lines.findLast(isSaid) === pair.at(-1) ? pair : [];
}

/** Whether a line is an act of one of the two, with or without words. */
export function isSaid(line: TranscriptLine): line is SaidLine {
  return line.by !== null && actOf(line.fact) !== undefined;
}

function hasWords({ content }: TranscriptLine): boolean {
  return content.kind === 'text' || content.kind === 'date' || content.kind === 'gap';
}

/** Of several tries to give back the same words only the last one still matters. */
function withoutFormerMirrors(lines: readonly SaidLine[], speaker: Seat): readonly SaidLine[] {
  const last = lines.findLast((line) => line.by !== speaker);
  const isMirror = ({ fact }: SaidLine) => {
    const act = actOf(fact);
    return act !== undefined && restatements.has(act);
  };
  return lines.filter((line) => line.by === speaker || line === last || !isMirror(line));
}
