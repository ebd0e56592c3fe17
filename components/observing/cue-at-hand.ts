import type { SessionSnapshot } from '#lib/client/snapshot.ts';
import type { Cue, CueTo } from '#lib/dialogue/cue.ts';
import type { Seat } from '#lib/dialogue/seat.ts';

/** A cue as somebody sees it here. */
export interface CueAtHand {
  seq: number;
  to: CueTo;
  /** Null for one that is for the other alone, or does not open here. */
  cue: Cue | null;
}

/** The newest cue, unless this side did something since: it was about what went before. */
export function cueAtHand({ lines }: Pick<SessionSnapshot, 'lines'>, you: Seat): CueAtHand | null {
  const last = lines.findLast(({ by, fact }) => fact.type === 'cued' || by === you);
  if (last?.fact.type !== 'cued') return null;
  const { seq, fact, content } = last;
  return { seq, to: fact.to, cue: content.kind === 'cue' ? content.cue : null };
}
