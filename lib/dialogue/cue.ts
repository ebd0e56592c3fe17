import * as v from 'valibot';
import { Seat } from './seat.ts';

/** Whom a cue is for. */
export const CueTo = v.union([v.literal('both'), Seat]);
export type CueTo = v.InferOutput<typeof CueTo>;

/** The cues that have a sentence in every language. */
export const ReadyCueId = v.picklist([
  'slow-down',
  'mirror-first',
  'one-thing',
  'breathe',
  'well-mirrored',
]);
export type ReadyCueId = v.InferOutput<typeof ReadyCueId>;

/** An opened cue, a few words of the observer to the couple: one that is ready, or her own. */
export const Cue = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready'), id: ReadyCueId }),
  v.strictObject({
    kind: v.literal('own'),
    text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
  }),
]);
export type Cue = v.InferOutput<typeof Cue>;
