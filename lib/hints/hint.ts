/** Every hint, the one that matters most first. Its words are in the namespace `hints` of lib/i18n. */
export const hintIds = [
  'rebuttal',
  'blame',
  'why',
  'advice',
  'feel-that',
  'copy',
  'coverage',
  'too-long',
] as const;
export type HintId = (typeof hintIds)[number];

/** A stretch of one of the texts that were heard, in UTF-16 units like `slice`. */
export interface Piece {
  /** Which of the texts, from 0. */
  heard: number;
  start: number;
  end: number;
}

/** What an author may want to know before sending. Never a verdict, never a block. */
export type Hint =
  | { id: Exclude<HintId, 'coverage'> }
  /** The pieces that were not touched yet, in the order in which they were said. */
  | { id: 'coverage'; untouched: readonly Piece[] };

/** The hints that show in the turns of phrase of one language. */
export type SignId = 'rebuttal' | 'blame' | 'why' | 'advice' | 'feel-that';
