import * as v from 'valibot';
import { InvitationId, RoomId } from './dialogue/id.ts';
import { Seat } from './dialogue/seat.ts';
import { consentTo } from './rights/consent.ts';

/** A token or a claim: what proves something to the server, which keeps only its digest. */
const proof = v.pipe(v.string(), v.minLength(20), v.maxLength(64));
const sealedName = v.pipe(v.string(), v.minLength(1), v.maxLength(2_000));

/** Which version of the text under the button was agreed to; a page with an older text is refused. */
const consent = consentTo('guest');

/** How someone comes in as a guest: by starting a room, or with an invitation. */
export const Entry = v.variant('intent', [
  v.object({ intent: v.literal('start'), roomId: RoomId, sealedName, consent }),
  v.object({
    intent: v.literal('join'),
    invitationId: InvitationId,
    token: proof,
    claim: proof,
    sealedName,
    consent,
  }),
]);
export type Entry = v.InferOutput<typeof Entry>;

/** The question how an invitation stands. */
export const StandingRequest = v.strictObject({
  invitationId: InvitationId,
  token: proof,
  claim: proof,
});

const way = {
  roomId: RoomId,
  seat: Seat,
  wrappedKey: v.string(),
  /** Whether whoever asks sits in that seat already, and may come for nothing but the key. */
  seated: v.boolean(),
};

/**
 * How an invitation stands. `own`: it is for the seat of the other, and whoever asks already sits in
 * this room. `seated`: it leads nowhere any more, and whoever asks has a seat there.
 * `unknown`: no such invitation, or not the true token.
 */
export const Standing = v.variant('standing', [
  v.strictObject({ standing: v.picklist(['open', 'yours']), ...way }),
  v.strictObject({ standing: v.literal('seated'), roomId: RoomId }),
  v.strictObject({ standing: v.picklist(['used', 'expired', 'withdrawn', 'unknown', 'own']) }),
]);
export type Standing = v.InferOutput<typeof Standing>;
