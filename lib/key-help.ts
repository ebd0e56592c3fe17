import * as v from 'valibot';
import { Digest } from './dialogue/id.ts';
import { Seat } from './dialogue/seat.ts';
import { PublicKey } from './keyholder.ts';

const token = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));
const sealed = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));

/** One time that a partner asks the other for the room's keys. */
export const KeyRequestId = v.pipe(token, v.brand('KeyRequestId'));
export type KeyRequestId = v.InferOutput<typeof KeyRequestId>;

/**
 * POST /api/rooms/<room>/help. The asker: `ask`, `reveal` once the helper has answered. The helper:
 * `answer`, `give` once both have compared the digits. Either: `state`, `stop`.
 */
export const KeyHelp = v.variant('step', [
  v.strictObject({ step: v.literal('state') }),
  v.strictObject({
    step: v.literal('ask'),
    id: KeyRequestId,
    publicKey: PublicKey,
    commitment: Digest,
  }),
  v.strictObject({
    step: v.literal('answer'),
    id: KeyRequestId,
    publicKey: PublicKey,
    nonce: token,
  }),
  v.strictObject({ step: v.literal('reveal'), id: KeyRequestId, nonce: token }),
  v.strictObject({
    step: v.literal('give'),
    id: KeyRequestId,
    sealed,
    epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
  v.strictObject({ step: v.literal('stop'), id: KeyRequestId }),
]);
export type KeyHelp = v.InferOutput<typeof KeyHelp>;

/** How far it is; what has not been shown yet is null. */
export const KeyRequest = v.strictObject({
  id: KeyRequestId,
  by: Seat,
  askerKey: PublicKey,
  commitment: Digest,
  askerNonce: v.nullable(token),
  helperKey: v.nullable(PublicKey),
  helperNonce: v.nullable(token),
  /** The room's key in use, sealed between these two; and its epoch. */
  given: v.nullable(v.strictObject({ sealed, epoch: v.number() })),
});
export type KeyRequest = v.InferOutput<typeof KeyRequest>;

/** The answer to every step: how it stands now, and where whoever asks sits. */
export const KeyHelpState = v.strictObject({ you: Seat, request: v.nullable(KeyRequest) });
export type KeyHelpState = v.InferOutput<typeof KeyHelpState>;
