import * as z from 'zod/mini';
import { InvitationId, RoomId } from './dialogue/id.ts';
import { Seat } from './dialogue/seat.ts';

/** A token or a claim: what proves something to the server, which keeps only its digest. */
const proof = z.string().check(z.minLength(20), z.maxLength(64));
const sealedName = z.string().check(z.minLength(1), z.maxLength(2_000));

/** How someone comes in as a guest: by starting a room, or with an invitation. */
export const Entry = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start'), roomId: RoomId, sealedName }),
  z.object({
    intent: z.literal('join'),
    invitationId: InvitationId,
    token: proof,
    claim: proof,
    sealedName,
  }),
]);
export type Entry = z.infer<typeof Entry>;

/** The question how an invitation stands. */
export const StandingRequest = z.strictObject({
  invitationId: InvitationId,
  token: proof,
  claim: proof,
});

const way = { roomId: RoomId, seat: Seat, wrappedKey: z.string() };

/**
 * How an invitation stands. `own`: it is for the seat of the other, and whoever asks already sits in
 * this room. `unknown`: no such invitation, or not the true token.
 */
export const Standing = z.discriminatedUnion('standing', [
  z.strictObject({ standing: z.enum(['open', 'yours']), ...way }),
  z.strictObject({ standing: z.enum(['used', 'expired', 'withdrawn', 'unknown', 'own']) }),
]);
export type Standing = z.infer<typeof Standing>;
