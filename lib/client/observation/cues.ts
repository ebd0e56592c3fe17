import type { Time } from '#lib/dialogue/id.ts';
import type { Cue, CueTo } from '#lib/vault/cue.ts';

/** A cue that was given, as whoever sees it here can read it. */
export interface OpenedCue {
  /** The event that it is. */
  seq: number;
  at: Time;
  to: CueTo;
  /** Null for one that is for the other alone, was given up with the words, or does not open here. */
  cue: Cue | null;
}
