import type { Cue, CueTo } from '#lib/dialogue/cue.ts';
import type { Time } from '#lib/dialogue/id.ts';
import type { TranscriptLine } from '#lib/dialogue/transcript.ts';

/** A cue that was given, as whoever sees it here can read it. */
export interface GivenCue {
  /** The event that it is. */
  seq: number;
  at: Time;
  to: CueTo;
  /** Null for one that is for the other alone, was given up with the words, or does not open here. */
  cue: Cue | null;
}

/** The cues among these lines, in order. */
export function cuesIn(lines: readonly TranscriptLine[]): readonly GivenCue[] {
  return lines.flatMap(({ seq, at, fact, content }) =>
    fact.type === 'cued'
      ? [{ seq, at, to: fact.to, cue: content.kind === 'cue' ? content.cue : null }]
      : [],
  );
}
