import { wordsFor } from '#lib/dialogue/decide.ts';
import { actOf } from '#lib/dialogue/event.ts';
import type { ExerciseDefinition } from '#lib/dialogue/exercise.ts';
import { actsOf } from '#lib/dialogue/legal.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { Running } from '#lib/dialogue/state.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';
import { floorOf } from './floor.ts';
import { stretchAt, stretchesOf } from './stretches.ts';

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

  const settled = here.findLastIndex((line) => line.content.kind === 'none');
  const moment = here.slice(settled + 1).filter(hasWords);
  if (moment.length > 0) return { kind: 'moment', lines: withoutFormerMirrors(moment, speaker) };

  const asked = turn === 'yours' ? actsOf(exercise, state, you) : [];
  const retells = speaker !== you && asked.some((act) => wordsFor(act, state.mode) === 'text');
  const story = spoken.filter((line) => line.by === speaker);
  if (retells && story.length > 0) return { kind: 'story', lines: story };
  return { kind: 'moment', lines: spoken.slice(-1) };
}

/** The two hidden answers that were opened last, when nothing was done since; else none. */
export function justRevealed(
  state: Running,
  lines: readonly TranscriptLine[],
): readonly SaidLine[] {
  if (state.answered.length > 0) return [];
  const done = lines.filter(isSaid);
  const pair = done.slice(-2);
  return pair.length === 2 && pair.every((line) => line.fact.type === 'rated') ? pair : [];
}

/** Whether a line is an act of one of the two, with or without words. */
export function isSaid(line: TranscriptLine): line is SaidLine {
  return line.by !== null && actOf(line.fact) !== undefined;
}

function hasWords({ content }: TranscriptLine): boolean {
  return content.kind === 'text' || content.kind === 'gap';
}

/** Of several tries to give back the same words only the last one still matters. */
function withoutFormerMirrors(lines: readonly SaidLine[], speaker: Seat): readonly SaidLine[] {
  const last = lines.findLast((line) => line.by !== speaker);
  return lines.filter((line) => line.by === speaker || line === last);
}
