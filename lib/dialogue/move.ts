import * as z from 'zod/mini';
import { PlainAct } from './act.ts';
import { ExerciseRef } from './exercise.ts';
import { Digest, MoveId, Time } from './id.ts';
import { Mode } from './mode.ts';

/** What a participant asks for. Imperative; the words it may carry travel beside it, sealed. */
export const Move = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('open'), exercise: ExerciseRef, mode: Mode }),
  z.strictObject({ type: PlainAct }),
  z.strictObject({ type: z.literal('postpone'), until: Time }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('time-out'), until: Time }),
  z.strictObject({ type: z.literal('counter'), until: Time }),
  z.strictObject({ type: z.literal('accept-return') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('leave') }),
  z.strictObject({ type: z.literal('stop') }),
  z.strictObject({ type: z.literal('propose-mode'), mode: Mode }),
  z.strictObject({ type: z.literal('accept-mode') }),
  z.strictObject({ type: z.literal('decline-mode') }),
  z.strictObject({ type: z.literal('keep'), keep: z.boolean() }),
  z.strictObject({
    type: z.literal('erase'),
    seqs: z.array(z.int().check(z.positive())).check(z.minLength(1), z.maxLength(500)),
  }),
  z.strictObject({ type: z.literal('destroy') }),
]);
export type Move = z.infer<typeof Move>;
export type MoveType = Move['type'];

/**
 * Words only the couple can open. `prev` is the digest of the content event before it (null for the
 * first), `hash` its own digest; together they chain the words of a session.
 */
export const SealedWords = z.strictObject({
  sealed: z.string().check(z.minLength(1), z.maxLength(22_000)),
  prev: z.nullable(Digest),
  hash: Digest,
});
export type SealedWords = z.infer<typeof SealedWords>;

/** A move as it is handed in: made once, sent again byte for byte until it is answered. */
export const Submission = z.strictObject({
  moveId: MoveId,
  move: Move,
  words: z.nullable(SealedWords),
});
export type Submission = z.infer<typeof Submission>;
