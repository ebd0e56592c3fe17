import * as v from 'valibot';
import { PlainAct } from './act.ts';
import { Epoch, firstEpoch } from './epoch.ts';
import { ExerciseRef } from './exercise.ts';
import { Digest, MoveId, Time } from './id.ts';
import { Mode } from './mode.ts';

const seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What a participant asks for. Imperative; the words it may carry travel beside it, sealed. */
export const Move = v.variant('type', [
  v.strictObject({ type: v.literal('open'), exercise: ExerciseRef, mode: Mode }),
  v.strictObject({ type: PlainAct }),
  v.strictObject({ type: v.literal('postpone'), until: Time }),
  v.strictObject({ type: v.literal('pause') }),
  v.strictObject({ type: v.literal('time-out'), until: Time }),
  v.strictObject({ type: v.literal('counter'), until: Time }),
  v.strictObject({ type: v.literal('accept-return') }),
  v.strictObject({ type: v.literal('resume') }),
  v.strictObject({ type: v.literal('leave') }),
  v.strictObject({ type: v.literal('stop') }),
  v.strictObject({ type: v.literal('propose-mode'), mode: Mode }),
  v.strictObject({ type: v.literal('accept-mode') }),
  v.strictObject({ type: v.literal('decline-mode') }),
  v.strictObject({ type: v.literal('keep'), keep: v.boolean() }),
  v.strictObject({
    type: v.literal('erase'),
    seqs: v.pipe(v.array(seq), v.minLength(1), v.maxLength(500)),
  }),
  v.strictObject({ type: v.literal('destroy') }),
  v.strictObject({ type: v.literal('revoke') }),
  v.strictObject({ type: v.literal('decline-request') }),
]);
export type Move = v.InferOutput<typeof Move>;
export type MoveType = Move['type'];

/**
 * Words only the couple can open, with the room's key of `epoch`. `prev` is the digest of the content event before it (null for the
 * first), `hash` its own digest; together they chain the words of a session.
 */
export const SealedWords = v.strictObject({
  sealed: v.pipe(v.string(), v.minLength(1), v.maxLength(22_000)),
  // What devices wrote down before rooms had epochs names none.
  epoch: v.optional(Epoch, firstEpoch),
  prev: v.nullable(Digest),
  hash: Digest,
});
export type SealedWords = v.InferOutput<typeof SealedWords>;

/** A move as it is handed in: made once, sent again byte for byte until it is answered. */
export const Submission = v.strictObject({
  moveId: MoveId,
  move: Move,
  words: v.nullable(SealedWords),
});
export type Submission = v.InferOutput<typeof Submission>;
