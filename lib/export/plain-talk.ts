import type { Time } from '#lib/dialogue/id.ts';

/** One thing that happened, in words anyone can read. */
export interface PlainLine {
  seq: number;
  at: Time;
  phase: string;
  /** Empty for what is nobody's act. */
  who: string;
  did: string;
  /** What was said, or why there is nothing to read; empty where nothing is said. */
  words: string;
}

/** A talk as it is told in a table, a document or on paper. */
export interface PlainTalk {
  name: string;
  openedAt: Time;
  lines: readonly PlainLine[];
}
