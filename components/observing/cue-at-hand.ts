import type { Seat } from '#lib/dialogue/seat.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';

/** The newest cue, unless this side did something since: it was about what went before. */
export function cueAtHand(lines: readonly TranscriptLine[], you: Seat): TranscriptLine | null {
  const last = lines.findLast(({ by, fact }) => fact.type === 'cued' || by === you);
  return last?.fact.type === 'cued' ? last : null;
}
