import type { OpenedCue } from '#lib/client/observation/cues.ts';
import type { Seat } from '#lib/dialogue/seat.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';

/** The newest cue, unless this side did something since: it was about what went before. */
export function cueAtHand(
  cues: readonly OpenedCue[],
  lines: readonly TranscriptLine[],
  you: Seat,
): OpenedCue | null {
  const cue = cues.at(-1);
  const acted = lines.findLast(({ by }) => by === you)?.seq ?? 0;
  return cue && cue.seq > acted ? cue : null;
}
