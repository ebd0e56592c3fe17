import * as v from 'valibot';

/** Why a move is refused by the rules. Each has a sentence in both languages. */
export const Rejection = v.picklist([
  'not-your-floor',
  'not-your-role',
  'not-now',
  'already-answered',
  'on-hold',
  'ended',
  'words-required',
  'words-not-expected',
  'chain-moved',
  'too-soon',
  'too-late',
  'not-your-words',
  'no-private-cues',
]);
export type Rejection = v.InferOutput<typeof Rejection>;
